package dev.muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.password.EncodedHash;
import dev.muster.user.Account;
import dev.muster.user.AccountEditor;
import dev.muster.user.ExternalId;
import dev.muster.user.GroupId;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Mfa;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ChangesTest {

  private static final Account FULL =
      account(
          edit -> {
            edit.loginId(LoginIdKind.USERNAME, LoginId.of(LoginIdKind.USERNAME, "Ann"));
            edit.loginId(LoginIdKind.EMAIL, LoginId.of(LoginIdKind.EMAIL, "ann@x.example"));
            edit.loginId(LoginIdKind.PHONE_NUMBER, LoginId.of(LoginIdKind.PHONE_NUMBER, "+1"));
            edit.verified(LoginIdKind.EMAIL, true);
            edit.verified(LoginIdKind.PHONE_NUMBER, true);
            edit.disabled(true);
            edit.validPeriod(Instant.ofEpochSecond(0), Instant.ofEpochSecond(60));
            edit.attributes(Struct.of("name", Value.of("Ann")), Struct.of("n", new Value.Num("1")));
            edit.roles(List.of("r2", "r1"));
            edit.groups(List.of("g"));
            edit.addServiceGroup(new GroupId("wiki", "g"));
            edit.addExternalId(new ExternalId("ldap", "7"));
            edit.password(new EncodedHash("bcrypt", "$2b$secret-one"));
            edit.passwordResetRequired(true);
            edit.registrationDue(true);
            edit.mfa(new Mfa("m@x", "+2", new EncodedHash("bcrypt", "secret-two"), "secret-totp"));
            edit.verifiedAttributes(List.of("name"));
          });

  @Test
  void equalAccountsHaveNoChanges() {
    assertThat(Changes.between(FULL, FULL)).isEmpty();
    assertThat(Changes.between(Account.EMPTY, Account.EMPTY)).isEmpty();
  }

  @Test
  void everythingOfANewAccountIsAChange() {
    assertThat(Changes.between(Account.EMPTY, FULL))
        .extracting(Change::attribute)
        .containsExactly(
            "username",
            "email",
            "email_verified",
            "phone_number",
            "phone_number_verified",
            "disabled",
            "account_valid_from",
            "account_valid_until",
            "attributes.name",
            "custom_attributes.n",
            "roles",
            "groups",
            "service_groups",
            "external_ids",
            "password",
            "password_reset_required",
            "registration_due",
            "mfa.email",
            "mfa.phone_number",
            "mfa.password",
            "mfa.totp",
            "verified_attributes");
  }

  @Test
  void takingEverythingAwayIsTheMirrorOfGivingIt() {
    List<Change> given = Changes.between(Account.EMPTY, FULL);
    List<Change> taken = Changes.between(FULL, Account.EMPTY);
    assertThat(taken)
        .extracting(Change::before)
        .isEqualTo(given.stream().map(Change::after).toList());
    assertThat(taken)
        .extracting(Change::after)
        .isEqualTo(given.stream().map(Change::before).toList());
  }

  @Test
  void secretsAreNeverShown() {
    Account other =
        account(
            edit -> {
              edit.password(new EncodedHash("django-md5", "secret-three"));
              edit.mfa(Mfa.NONE.withPassword(new EncodedHash("bcrypt", "secret-four")));
            });
    List<Change> changes = Changes.between(FULL, other);
    assertThat(changes.toString()).doesNotContain("secret");
    assertThat(Changes.between(Account.EMPTY, FULL).toString()).doesNotContain("secret");
    assertThat(FULL.toString()).doesNotContain("secret");
    assertThat(changes)
        .contains(
            new Change("password", Value.of("bcrypt"), Value.of("django-md5")),
            new Change("mfa.password", Value.of("bcrypt"), Value.of("bcrypt")),
            new Change("mfa.totp", Value.TRUE, null));
  }

  @Test
  void aMemberOfTheAttributesIsAChangeByItself() {
    Account before = account(edit -> edit.attributes(Struct.of("a", Value.of("x")), Struct.EMPTY));
    Account after = account(edit -> edit.attributes(Struct.of("b", Value.of("x")), Struct.EMPTY));
    assertThat(Changes.between(before, after))
        .containsExactly(
            new Change("attributes.a", Value.of("x"), null),
            new Change("attributes.b", null, Value.of("x")));
  }

  private static Account account(Consumer<AccountEditor> edits) {
    AccountEditor editor = new AccountEditor(null);
    edits.accept(editor);
    return editor.account();
  }
}
