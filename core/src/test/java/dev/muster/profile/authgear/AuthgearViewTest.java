package dev.muster.profile.authgear;

import static dev.muster.profile.Samples.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.muster.prepare.Prepared;
import dev.muster.read.Position;
import dev.muster.read.SourceRecord;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuthgearViewTest {

  @ParameterizedTest
  @MethodSource
  void secretsAreRedacted(Struct sent, Struct shown) {
    assertThat(members(sent)).isEqualTo(object("record", shown));
  }

  static Stream<Arguments> secretsAreRedacted() {
    return Stream.of(
        same(object("email", "a@b.c", "custom_attributes", object("password", "kept"))),
        arguments(
            object("password", object("type", "bcrypt", "password_hash", "x", "expire_after", "y")),
            object(
                "password",
                object("type", "bcrypt", "password_hash", "REDACTED", "expire_after", "y"))),
        arguments(
            object("password", object()), object("password", object("password_hash", "REDACTED"))),
        arguments(
            object("password", object("password_hash", null)),
            object("password", object("password_hash", "REDACTED"))),
        arguments(object("password", "x"), object("password", "REDACTED")),
        arguments(object("password", List.of("x")), object("password", "REDACTED")),
        arguments(object("password", 5), object("password", "REDACTED")),
        arguments(object("password", false), object("password", "REDACTED")),
        same(object("password", null)),
        arguments(object("mfa", "x"), object("mfa", "REDACTED")),
        same(object("mfa", null)),
        same(object("mfa", object())),
        arguments(
            object(
                "mfa",
                object(
                    "email",
                    "a@b.c",
                    "phone_number",
                    "+85298765432",
                    "password",
                    object("type", "bcrypt", "password_hash", "x"),
                    "totp",
                    object("secret", "x", "digits", 6))),
            object(
                "mfa",
                object(
                    "email",
                    "a@b.c",
                    "phone_number",
                    "+85298765432",
                    "password",
                    object("type", "bcrypt", "password_hash", "REDACTED"),
                    "totp",
                    object("secret", "REDACTED", "digits", 6)))),
        arguments(
            object("password", object("type", "bcrypt", "plain", "x")),
            object(
                "password",
                object("type", "bcrypt", "plain", "REDACTED", "password_hash", "REDACTED"))),
        arguments(
            object("Password", "x", "password_hash", "y", "mfa", object("secret", "z")),
            object(
                "Password",
                "REDACTED",
                "password_hash",
                "REDACTED",
                "mfa",
                object("secret", "REDACTED"))),
        arguments(
            object("mfa", object("password", "x", "totp", "x")),
            object("mfa", object("password", "REDACTED", "totp", "REDACTED"))),
        arguments(
            object("mfa", object("totp", object())),
            object("mfa", object("totp", object("secret", "REDACTED")))),
        same(object("mfa", object("password", null, "totp", null))),
        arguments(object("email", "a@b.c", "@reject-reason", "x"), object("email", "a@b.c")));
  }

  @Test
  void membersKeepTheirOrder() {
    Struct shown =
        (Struct) members(object("mfa", "x", "a", 1, "password", "y", "b", 2)).get("record");

    assertThat(shown.names()).containsExactly("mfa", "a", "password", "b");
  }

  @Test
  void anEmptyRecordIsLeftOut() {
    assertThat(members(Struct.EMPTY)).isEqualTo(Struct.EMPTY);
    assertThat(members(object("@reject-reason", "x"))).isEqualTo(Struct.EMPTY);
  }

  private static Struct members(Struct sent) {
    Position position = new Position(0, 1);
    RecordResult result = RecordResult.of(new Prepared.Invalid(position, List.of()));
    return new AuthgearView().members(new SourceRecord(position, sent), result);
  }

  private static Arguments same(Struct record) {
    return arguments(record, record);
  }
}
