package dev.muster.app.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {

  @Test
  void whatIsLeftOutComesFromTheEnvironment() {
    Map<String, String> environment =
        Map.of(
            "PGUSER",
            "ann",
            "PGPASSWORD",
            "pw",
            "PGHOST",
            "db",
            "PGPORT",
            "6543",
            "PGDATABASE",
            "d");
    PostgresAddress address = PostgresAddress.parse("postgresql:///", environment).orElseThrow();
    assertThat(address).isEqualTo(new PostgresAddress("ann", "pw", "db", 6543, "d", Map.of()));
    assertThat(PostgresAddress.parse("postgresql://bob:x@h:1/e", environment))
        .contains(new PostgresAddress("bob", "x", "h", 1, "e", Map.of()));
  }

  @Test
  void whatLibpqCallsOtherwiseIsTranslated() {
    PostgresAddress address =
        PostgresAddress.parse(
                "postgresql://ann@db/x?target_session_attrs=prefer-standby&password=pw",
                Map.of("PGPASSWORD", "another"))
            .orElseThrow();
    assertThat(address.properties())
        .containsEntry("targetServerType", "preferSecondary")
        .containsEntry("password", "pw");
  }

  @Test
  void withoutPasswordTheDriverLooksForOne() {
    PostgresAddress address =
        PostgresAddress.parse("postgresql://ann@db/x", Map.of()).orElseThrow();
    assertThat(address.password()).isNull();
    assertThat(address.properties().stringPropertyNames()).doesNotContain("password");
  }

  @Test
  void parametersGoToTheDriverByItsNames() {
    PostgresAddress address =
        PostgresAddress.parse(
                "postgresql://ann@db/x?sslmode=verify-full&sslrootcert=%2Fca.pem&connect_timeout=3",
                Map.of())
            .orElseThrow();
    assertThat(address.properties())
        .containsEntry("sslmode", "verify-full")
        .containsEntry("sslrootcert", "/ca.pem")
        .containsEntry("connectTimeout", "3");
  }

  @Test
  void passwordsAreDecodedAndNeverShown() {
    PostgresAddress address =
        PostgresAddress.parse("postgresql://ann:s%40+%2F@db/x", Map.of()).orElseThrow();
    assertThat(address.password()).isEqualTo("s@+/");
    assertThat(address.name()).isEqualTo("postgresql://ann@db:5432/x");
    assertThat(address).hasToString("postgresql://ann@db:5432/x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql://h:0/x", "postgresql://h:x/x", "postgresql:x", "sqlite:x"})
  void whatIsNoAddressIsRefused(String text) {
    assertThat(PostgresAddress.parse(text, Map.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "sslmode=require&connect_timeout=3&channel_binding=require, ''",
    "sslmod=require, sslmod",
    "b=1&sslrootcert=x&A=2, 'A, b'",
    "sslmode&user=ann, 'sslmode (without a value), user'",
    "target_session_attrs=read-write&load_balance_hosts=true&password=x, ''",
  })
  void parametersThatWouldHaveNoEffectAreFound(String parameters, String unknown) {
    assertThat(
            String.join(
                ", ",
                PostgresAddress.parse("postgresql://ann@db/x?" + parameters, Map.of())
                    .orElseThrow()
                    .unknownParameters()))
        .isEqualTo(unknown);
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://ann:pw@db:5432/x?sslmode=require, postgresql://ann@db:5432/x?sslmode=require",
    "postgres://ann:p:w@@db/x, postgres://ann@db/x",
    "postgresql://ann@db:5432/x, postgresql://ann@db:5432/x",
    "postgresql://db:5432/x?user=a@b, postgresql://db:5432/x?user=a@b",
    "sqlite:a:b@c.db, sqlite:a:b@c.db"
  })
  void anAddressCanBeShownAsItWasWrittenButForThePassword(String written, String shown) {
    assertThat(PostgresAddress.withoutPassword(written)).isEqualTo(shown);
  }
}
