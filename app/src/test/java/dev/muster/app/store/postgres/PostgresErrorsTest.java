package dev.muster.app.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.apply.DataViolation;
import dev.muster.apply.StoreUnavailable;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

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

  /** As Citus tells it: a data node that does not answer, or dies while it is at work. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "08006 | connection to the remote node citus@10.0.0.2:5432 failed with the following error:"
            + " Connection refused",
        "08006 | could not establish any connections to the node 10.0.0.2:5432 after 30000 ms",
        "08006 | server closed the connection unexpectedly",
        "57P01 | terminating connection due to administrator command",
        "57P02 | terminating connection because of crash of another server process",
        "57P03 | the database system is in recovery mode",
        "XX000 | failure on connection marked as essential: 10.0.0.2:5432",
        "XX000 | server closed the connection unexpectedly",
        "XX000 | connection to the remote node 10.0.0.2:5432 failed with the following error:"
            + " server closed the connection unexpectedly",
        "XX000 | could not connect to any active placements",
        "XX000 | connection not open",
        "58030 | failed to COPY to shard 102008 on 10.0.0.2:5432"
      })
  void aLostDataNodeIsWaitedFor(String state, String message) {
    assertThat(ERRORS.explain(told(state, message)).kind()).isEqualTo(StoreUnavailable.Kind.AWAY);
    assertThat(ERRORS.violation(told(state, message))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "XX000 | cache lookup failed for relation 4711",
        "0A000 | complex joins are only supported when all distributed tables are co-located",
        "58030 | could not read block 7 in file base/1/2"
      })
  void otherErrorsAreNoLostDataNode(String state, String message) {
    assertThat(ERRORS.explain(told(state, message)).kind())
        .isEqualTo(StoreUnavailable.Kind.PERMANENT);
  }

  @ParameterizedTest
  @CsvSource({
    "23505, true",
    "23502, false",
    "23514, false",
    "22021, false",
    "22P05, false",
    "54000, false"
  })
  void refusedDataIsToldFromABrokenStore(String state, boolean maybeRace) {
    DataViolation violation = violation(told(state, "value 4711 of somebody"));
    assertThat(violation.maybeRace()).isEqualTo(maybeRace);
    assertThat(violation.getMessage()).doesNotContain("4711");
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01", "53100", "57014", "08006", "42P01"})
  void aBrokenStoreRefusesNoData(String state) {
    assertThat(ERRORS.violation(told(state, "something"))).isNull();
  }

  @Test
  void twoRefusalsOfOneValueAreToldFromThoseOfTwo() {
    DataViolation one = violation(refused("Key (key_high)=(1) already exists."));
    DataViolation same = violation(refused("Key (key_high)=(1) already exists."));
    DataViolation other = violation(refused("Key (key_high)=(2) already exists."));
    assertThat(one.isSamePlace(same)).isTrue();
    assertThat(one.isSamePlace(other)).isFalse();
  }

  private static DataViolation violation(PSQLException e) {
    return Objects.requireNonNull(ERRORS.violation(e));
  }

  /** An error as the server sends it. */
  private static PSQLException told(String state, String message) {
    return new PSQLException(
        new ServerErrorMessage("SERROR\0VERROR\0C" + state + "\0M" + message + "\0"));
  }

  private static PSQLException refused(String detail) {
    return new PSQLException(
        new ServerErrorMessage(
            "SERROR\0VERROR\0C23505\0Mduplicate\0D" + detail + "\0nlogin_keys_pkey\0"));
  }

  private static StoreUnavailable explain(String message, PSQLState state) {
    return ERRORS.explain(new PSQLException(message, state));
  }
}
