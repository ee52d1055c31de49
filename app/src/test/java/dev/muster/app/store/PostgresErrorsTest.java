package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.apply.StoreUnavailable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** Troubles that the driver has with addresses and passwords don't end by waiting. */
class PostgresErrorsTest {

  private static final PostgresErrors ERRORS =
      new PostgresErrors(PostgresAddress.parse("postgresql://ann@db/x", Map.of()).orElseThrow());

  @Test
  void aMissingPasswordIsNoLostConnection() {
    StoreUnavailable reason =
        explain("SCRAM, but no password was provided", PSQLState.CONNECTION_REJECTED);
    assertThat(reason).hasMessageContaining("refuses this user");
    assertThat(reason.kind()).isEqualTo(StoreUnavailable.Kind.PERMANENT);
  }

  @Test
  void anotherHostsCertificateIsNoLostConnection() {
    StoreUnavailable reason =
        explain("The hostname db could not be verified", PSQLState.CONNECTION_FAILURE);
    assertThat(reason).hasMessageContaining("no encrypted connection");
    assertThat(reason.remedy()).contains("sslrootcert");
    assertThat(reason.kind()).isEqualTo(StoreUnavailable.Kind.PERMANENT);
  }

  @Test
  void aWordThatIsNoSslmodeIsNoLostConnection() {
    StoreUnavailable reason =
        explain("Invalid sslmode value: maybe", PSQLState.CONNECTION_UNABLE_TO_CONNECT);
    assertThat(reason.remedy()).contains("sslmode");
    assertThat(reason.kind()).isEqualTo(StoreUnavailable.Kind.PERMANENT);
  }

  @Test
  void aConnectionThatBreaksIsLost() {
    assertThat(explain("An I/O error occurred", PSQLState.CONNECTION_FAILURE).kind())
        .isEqualTo(StoreUnavailable.Kind.AWAY);
  }

  private static StoreUnavailable explain(String message, PSQLState state) {
    return ERRORS.explain(new PSQLException(message, state));
  }
}
