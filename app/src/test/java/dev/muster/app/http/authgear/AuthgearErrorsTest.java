package dev.muster.app.http.authgear;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.Run;
import dev.muster.app.http.LiveServer;
import dev.muster.app.store.StoreKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The one error of each failed record, byte by byte. */
class AuthgearErrorsTest {

  /** A record, and what its detail has after the outcome. */
  private record Row(String record, String shown, String errors) {}

  private static final List<Row> ROWS =
      List.of(
          // several causes, sorted by location
          new Row(
              "{\"email\":\"a@example.com\",\"website\":7,\"name\":\"\",\"disabled\":\"yes\"}",
              "{\"email\":\"a@example.com\",\"website\":7,\"name\":\"\",\"disabled\":\"yes\"}",
              invalidValue(
                  "{\"location\":\"/disabled\",\"kind\":\"type\",\"details\":"
                      + "{\"actual\":[\"string\"],\"expected\":[\"boolean\"]}},"
                      + "{\"location\":\"/name\",\"kind\":\"minLength\",\"details\":"
                      + "{\"actual\":0,\"expected\":1}},"
                      + "{\"location\":\"/website\",\"kind\":\"type\",\"details\":"
                      + "{\"actual\":[\"integer\",\"number\"],"
                      + "\"expected\":[\"null\",\"string\"]}}")),
          // the identifier is missing
          new Row(
              "{\"name\":\"B\"}",
              "{\"name\":\"B\"}",
              invalidValue(
                  "{\"location\":\"\",\"kind\":\"required\",\"details\":{\"actual\":[\"name\"],"
                      + "\"expected\":[\"email\"],\"missing\":[\"email\"]}}")),
          // an unknown member
          new Row(
              "{\"email\":\"c@example.com\",\"nick/name\":1}",
              "{\"email\":\"c@example.com\",\"nick/name\":1}",
              invalidValue("{\"location\":\"/nick~1name\",\"kind\":\"\"}")),
          // secrets of a wrong type are redacted too
          new Row(
              "{\"email\":\"d@example.com\",\"password\":\"secret\"}",
              "{\"email\":\"d@example.com\",\"password\":\"REDACTED\"}",
              invalidValue(
                  "{\"location\":\"/password\",\"kind\":\"type\",\"details\":"
                      + "{\"actual\":[\"string\"],\"expected\":[\"object\"]}}")),
          // a login id
          new Row(
              "{\"email\":\"e@example.com\",\"preferred_username\":\"a b\"}",
              "{\"email\":\"e@example.com\",\"preferred_username\":\"a b\"}",
              "{\"name\":\"Invalid\",\"reason\":\"ValidationFailed\","
                  + "\"message\":\"invalid login ID\",\"code\":400,\"info\":{\"causes\":["
                  + "{\"location\":\"/login_id\",\"kind\":\"format\",\"details\":"
                  + "{\"format\":\"username\",\"error\":"
                  + "\"a user name may have letters A to Z, digits and the marks _ . -\"}}"
                  + "]}}"),
          // a login id of another user
          new Row(
              "{\"email\":\"f@example.com\",\"phone_number\":\"+85298765432\"}",
              "{\"email\":\"f@example.com\",\"phone_number\":\"+85298765432\"}",
              "{\"name\":\"Invalid\",\"reason\":\"InvariantViolated\","
                  + "\"message\":\"identity already exists\",\"code\":400,\"info\":{"
                  + "\"cause\":{\"kind\":\"DuplicatedIdentity\"},"
                  + "\"IdentityTypeIncoming\":\"login_id\",\"IdentityTypeExisting\":\"login_id\","
                  + "\"LoginIDTypeIncoming\":\"phone\",\"LoginIDTypeExisting\":\"phone\"}}"),
          // roles and groups
          new Row(
              "{\"email\":\"g@example.com\",\"roles\":[\"staff\",\"nobody\",\"none\"]}",
              "{\"email\":\"g@example.com\",\"roles\":[\"staff\",\"nobody\",\"none\"]}",
              "{\"name\":\"NotFound\",\"reason\":\"RoleUnknownKeys\","
                  + "\"message\":\"unknown role keys\",\"code\":404,"
                  + "\"info\":{\"keys\":[\"nobody\",\"none\"]}}"),
          new Row(
              "{\"email\":\"h@example.com\",\"groups\":[\"nobody\"]}",
              "{\"email\":\"h@example.com\",\"groups\":[\"nobody\"]}",
              "{\"name\":\"NotFound\",\"reason\":\"GroupUnknownKeys\","
                  + "\"message\":\"unknown group keys\",\"code\":404,"
                  + "\"info\":{\"keys\":[\"nobody\"]}}"),
          // the account's period
          new Row(
              "{\"email\":\"i@example.com\",\"account_valid_from\":\"2030-01-01T00:00:00Z\","
                  + "\"account_valid_until\":\"2029-01-01T00:00:00Z\"}",
              "{\"email\":\"i@example.com\",\"account_valid_from\":\"2030-01-01T00:00:00Z\","
                  + "\"account_valid_until\":\"2029-01-01T00:00:00Z\"}",
              "{\"name\":\"Invalid\",\"reason\":\"InvalidAccountStatusTransition\","
                  + "\"message\":\"the start timestamp of account valid period must be less than"
                  + " the end timestamp of the account valid period\",\"code\":400,\"info\":"
                  + "{\"cause\":{\"kind\":\"AccountValidFromShouldBeBeforeAccountValidUntil\"}}}"));

  @TempDir Path folder;

  private static String invalidValue(String causes) {
    return "{\"name\":\"Invalid\",\"reason\":\"ValidationFailed\",\"message\":\"invalid value\","
        + "\"code\":400,\"info\":{\"causes\":["
        + causes
        + "]}}";
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aFailedRecordHasOneErrorWithEverythingInIt(StoreKind store) throws Exception {
    String database = store.emptyDirectory(folder, "a");
    try (LiveServer server = LiveServer.start(folder, database).work()) {
      assertThat(Run.of(folder, "--db", database, "roles", "create", "staff").status()).isZero();
      server.completed(
          "{\"identifier\":\"email\",\"records\":"
              + "[{\"email\":\"other@example.com\",\"phone_number\":\"+85298765432\"}]}");

      String done =
          server.completed(
              "{\"identifier\":\"email\",\"records\":["
                  + String.join(",", ROWS.stream().map(Row::record).toList())
                  + "]}");

      for (int i = 0; i < ROWS.size(); i++) {
        Row row = ROWS.get(i);
        assertThat(done)
            .contains(
                "{\"index\":"
                    + i
                    + ",\"record\":"
                    + row.shown
                    + ",\"outcome\":\"failed\",\"errors\":["
                    + row.errors
                    + "]}");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aHashThatIsNotBcryptIsRefusedWithoutShowingIt(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a")).work()) {
      String done =
          server.completed(
              "{\"identifier\":\"email\",\"records\":[{\"email\":\"a@example.com\",\"password\":"
                  + "{\"type\":\"bcrypt\",\"password_hash\":\"hunter2\"}}]}");

      assertThat(done)
          .contains("\"password\":{\"type\":\"bcrypt\",\"password_hash\":\"REDACTED\"}")
          .contains("{\"name\":\"Invalid\",\"reason\":\"InvalidBcryptHash\",\"message\":")
          .doesNotContain("hunter2");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void theNameOfAnotherSchemeIsATypeToo(StoreKind store) throws Exception {
    String database = store.emptyDirectory(folder, "a");
    try (LiveServer server = LiveServer.start(folder, database).work()) {
      String done =
          server.completed(
              "{\"identifier\":\"email\",\"records\":["
                  + "{\"email\":\"a@example.com\",\"password\":{\"type\":\"nt\","
                  + "\"password_hash\":\"1b9d5effd34ac283c8efe2eacaea8bbc\"}},"
                  + "{\"email\":\"b@example.com\",\"password\":"
                  + "{\"type\":\"nt\",\"password_hash\":\"hunter2\"}},"
                  + "{\"email\":\"c@example.com\",\"password\":"
                  + "{\"type\":\"unheard-of\",\"password_hash\":\"hunter2\"}},"
                  + "{\"email\":\"d@example.com\",\"password\":{\"type\":\"bcrypt\","
                  + "\"password_hash\":\"{SSHA}XoOoKXA/f30Vu38TxfQXFqb3/79HP95j\"}},"
                  + "{\"email\":\"e@example.com\",\"password\":{\"type\":\"bcrypt\","
                  + "\"password_hash\":\"$argon2id$v=19$hunter2\"}}]}");

      assertThat(done)
          .contains("\"inserted\":1", "\"failed\":4")
          .contains(
              "\"reason\":\"InvalidBcryptHash\",\"message\":\"invalid bcrypt hash: it is a hash of"
                  + " the form ldap-ssha: write \\\"type\\\": \\\"ldap-ssha\\\"\"",
              "it is a hash of the form argon2: write \\\"type\\\": \\\"argon2\\\"\"")
          .contains(
              "{\"name\":\"Invalid\",\"reason\":\"InvalidPasswordHash\","
                  + "\"message\":\"invalid password hash: not a sound nt hash: it"
                  + " has a character that is not a hex digit\"")
          .contains("{\"location\":\"/password/type\",\"kind\":\"enum\"")
          .doesNotContain("hunter2");
      assertThat(
              Run.with(
                      folder,
                      "correct horse battery staple".getBytes(UTF_8),
                      "--db",
                      database,
                      "users",
                      "verify",
                      "a@example.com",
                      "--password-stdin")
                  .status())
          .isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void warningsStayOnAFailedRecord(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a")).work()) {
      assertThat(
              server.completed(
                  "{\"identifier\":\"email\",\"records\":[{\"email\":\"a@example.com\","
                      + "\"email_verified\":false,\"roles\":[\"none\"]}]}"))
          .contains(
              "\"outcome\":\"failed\",\"warnings\":[{\"message\":"
                  + "\"email_verified = false has no effect in insert.\"}],\"errors\":[");
    }
  }
}
