package dev.muster.profile.authgear;

import static dev.muster.profile.Samples.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.muster.problem.Warning;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.user.Account;
import dev.muster.user.AccountEditor;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WarningsTest {

  @ParameterizedTest
  @MethodSource
  void insertsWarn(Struct record, List<String> warnings) {
    RecordResult result =
        new Decisions().identifiedBy(AuthgearIdentifier.PREFERRED_USERNAME).run(named(record));

    assertThat(result.outcome()).isEqualTo(Outcome.INSERTED);
    assertThat(result.warnings()).extracting(Warning::message).isEqualTo(warnings);
  }

  static Stream<Arguments> insertsWarn() {
    return Stream.of(
        arguments(object(), List.of()),
        arguments(object("email", null), List.of("email = null has no effect in insert.")),
        arguments(
            object("phone_number", null), List.of("phone_number = null has no effect in insert.")),
        arguments(object("email", "a@b.c", "email_verified", true), List.of()),
        arguments(
            object("email", "a@b.c", "email_verified", false),
            List.of("email_verified = false has no effect in insert.")),
        arguments(
            object("email_verified", false),
            List.of("email_verified = false has no effect in insert.")),
        arguments(
            object("email_verified", true),
            List.of("email_verified = true has no effect when email is absent.")),
        arguments(
            object("phone_number_verified", true),
            List.of("phone_number_verified = true has no effect when phone_number is absent.")),
        arguments(
            object("phone_number", null, "phone_number_verified", true),
            List.of(
                "phone_number = null has no effect in insert.",
                "phone_number_verified = true has no effect when phone_number is absent.")),
        arguments(
            object("phone_number_verified", false),
            List.of("phone_number_verified = false has no effect in insert.")),
        arguments(object("disabled", false), List.of("disabled = false has no effect in insert.")),
        arguments(object("disabled", true), List.of()),
        arguments(
            object("mfa", object("phone_number", null, "email", null)),
            List.of(
                "mfa.email = null has no effect in insert.",
                "mfa.phone_number = null has no effect in insert.")),
        arguments(
            object("name", null, "address", null, "custom_attributes", object("x", null)),
            List.of()));
  }

  @ParameterizedTest
  @MethodSource
  void updatesWarn(Struct record, List<String> warnings) {
    Decisions directory = new Decisions().identifiedBy(AuthgearIdentifier.PREFERRED_USERNAME);
    directory.put(account(false, null));

    RecordResult result = directory.run(named(record));

    assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(result.warnings()).extracting(Warning::message).isEqualTo(warnings);
  }

  static Stream<Arguments> updatesWarn() {
    return Stream.of(
        arguments(object(), List.of()),
        arguments(object("email", null, "phone_number", null), List.of()),
        arguments(object("email", "a@b.c", "email_verified", true), List.of()),
        arguments(object("email", "a@b.c", "email_verified", false), List.of()),
        arguments(
            object("email_verified", true),
            List.of("email_verified has no effect when email is absent.")),
        arguments(
            object("email_verified", false),
            List.of("email_verified has no effect when email is absent.")),
        arguments(
            object("email", null, "email_verified", true),
            List.of("email_verified has no effect when email = null.")),
        arguments(
            object("phone_number_verified", true),
            List.of("phone_number_verified has no effect when phone_number is absent.")),
        arguments(
            object("phone_number", null, "phone_number_verified", false),
            List.of("phone_number_verified has no effect when phone_number = null.")),
        arguments(
            object("disabled", false),
            List.of("invalid account status transition: normal -> normal")),
        arguments(object("disabled", true), List.of()),
        arguments(
            object(
                "password",
                object("type", "bcrypt", "password_hash", "no hash at all"),
                "mfa",
                object("email", null, "phone_number", null, "totp", object("secret", "x"))),
            List.of()));
  }

  @Test
  void theyComeInOrder() {
    Decisions directory = new Decisions().identifiedBy(AuthgearIdentifier.PHONE_NUMBER);
    Struct record =
        object(
            "mfa",
            object("phone_number", null, "email", null),
            "disabled",
            false,
            "phone_number_verified",
            false,
            "email_verified",
            true,
            "preferred_username",
            null,
            "phone_number",
            "+85298765432",
            "email",
            null);

    assertThat(directory.run(record).warnings())
        .extracting(Warning::message)
        .containsExactly(
            "email = null has no effect in insert.",
            "preferred_username = null has no effect in insert.",
            "email_verified = true has no effect when email is absent.",
            "phone_number_verified = false has no effect in insert.",
            "disabled = false has no effect in insert.",
            "mfa.email = null has no effect in insert.",
            "mfa.phone_number = null has no effect in insert.");
  }

  @ParameterizedTest
  @MethodSource
  void statusesThatCannotFollow(
      boolean disabledBefore, Instant validUntil, boolean disabled, List<String> warnings) {
    Decisions directory = new Decisions().identifiedBy(AuthgearIdentifier.PREFERRED_USERNAME);
    long id = directory.put(account(disabledBefore, validUntil));

    RecordResult result = directory.run(named(object("disabled", disabled)));

    assertThat(result.warnings()).extracting(Warning::message).isEqualTo(warnings);
    assertThat(directory.account(id).disabled()).isEqualTo(disabled);
  }

  static Stream<Arguments> statusesThatCannotFollow() {
    String begin = "invalid account status transition: ";
    Instant past = Decisions.NOW.minusSeconds(1);
    Instant future = Decisions.NOW.plusSeconds(1);
    return Stream.of(
        arguments(true, null, true, List.of(begin + "disabled -> disabled")),
        arguments(true, null, false, List.of()),
        arguments(true, past, false, List.of()),
        arguments(true, past, true, List.of(begin + "disabled -> disabled")),
        arguments(false, null, false, List.of(begin + "normal -> normal")),
        arguments(false, future, false, List.of(begin + "normal -> normal")),
        arguments(false, past, false, List.of(begin + "outside_valid_period -> normal")),
        arguments(false, Decisions.NOW, false, List.of(begin + "outside_valid_period -> normal")),
        arguments(false, past, true, List.of()));
  }

  @Test
  void withoutUpsertAnExistingUserIsSkipped() {
    Decisions directory =
        new Decisions().identifiedBy(AuthgearIdentifier.PREFERRED_USERNAME).upsert(false);
    long id = directory.put(account(false, null));

    RecordResult result = directory.run(named(object("name", "x", "email_verified", true)));

    assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(result.userId()).isEqualTo(id);
    assertThat(result.warnings())
        .extracting(Warning::message)
        .containsExactly("skipping because upsert = false and user exists");
    assertThat(directory.account(id)).isEqualTo(account(false, null));
  }

  @Test
  void theyStayOnARecordThatFails() {
    RecordResult result =
        new Decisions().run(object("email", "a@b.c", "phone_number", null, "roles", List.of("x")));

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.warnings())
        .extracting(Warning::message)
        .containsExactly("phone_number = null has no effect in insert.");
  }

  private static Struct named(Struct record) {
    Struct.Builder named = new Struct.Builder().put("preferred_username", Value.of("alice"));
    for (String name : record.names()) {
      named.put(name, record.get(name));
    }
    return named.build();
  }

  private static Account account(boolean disabled, Instant validUntil) {
    AccountEditor editor = new AccountEditor(null);
    editor.loginId(LoginIdKind.USERNAME, LoginId.of(LoginIdKind.USERNAME, "alice"));
    editor.loginId(LoginIdKind.EMAIL, LoginId.of(LoginIdKind.EMAIL, "a@b.c"));
    editor.disabled(disabled);
    editor.validPeriod(null, validUntil);
    return editor.account();
  }
}
