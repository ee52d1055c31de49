package dev.muster.profile.authgear;

import static dev.muster.profile.Samples.object;
import static dev.muster.profile.Samples.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.muster.password.EncodedHash;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.user.Account;
import dev.muster.user.AccountEditor;
import dev.muster.user.Key;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Mfa;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of field behaviours: insert and update, each with the field absent, null and given. */
class FieldBehaviourTest {

  private static final Object FAILS = "the record fails";

  /**
   * One row: how the field is read back, what it is for a user who has it, and then what the six
   * cases make of it; {@link #FAILS} where they refuse the record.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void everyFieldBehavesAsPublished(Row row) {
    assertThat(afterInsert(row, false, null)).as("insert, absent").isEqualTo(row.none());
    assertThat(afterInsert(row, true, null)).as("insert, null").isEqualTo(row.insertNull());
    assertThat(afterInsert(row, true, row.sent())).as("insert, value").isEqualTo(row.got());
    assertThat(afterUpdate(row, false, null)).as("update, absent").isEqualTo(row.had());
    assertThat(afterUpdate(row, true, null)).as("update, null").isEqualTo(row.updateNull());
    assertThat(afterUpdate(row, true, row.sent())).as("update, value").isEqualTo(row.updated());
  }

  static Stream<Arguments> rows() {
    List<Arguments> rows = new ArrayList<>();
    add(
        rows,
        row("phone_number", "+85298765432", "+14155550100", loginId(LoginIdKind.PHONE_NUMBER)));
    add(rows, row("preferred_username", "bob", "alice", loginId(LoginIdKind.USERNAME)));
    add(rows, row("disabled", true, false, Account::disabled).notNull(false));
    for (String name :
        List.of("name", "given_name", "family_name", "middle_name", "nickname", "gender")) {
      add(rows, row(name, "New", "Old", attribute(name)));
    }
    for (String name : List.of("profile", "picture", "website")) {
      add(rows, row(name, "https://new.example", "https://old.example", attribute(name)));
    }
    add(rows, row("birthdate", "1990-01-01", "--01-01", attribute("birthdate")));
    add(rows, row("zoneinfo", "Europe/Paris", "Asia/Tokyo", attribute("zoneinfo")));
    add(rows, row("locale", "fr-FR", "ja", attribute("locale")));
    add(
        rows,
        row(
            "address",
            object("country", "FR"),
            object("country", "HK", "region", "Central"),
            attribute("address")));
    add(
        rows,
        row("roles", List.of("role_b"), List.of("role_a"), Account::roles).notNull(List.of()));
    add(
        rows,
        row("groups", List.of("group_b"), List.of("group_a"), Account::groups).notNull(List.of()));
    add(
        rows,
        row("mfa.email", "new@example.com", "old@example.com", account -> account.mfa().email()));
    add(
        rows,
        row(
            "mfa.phone_number",
            "+85298765432",
            "+14155550100",
            account -> account.mfa().phoneNumber()));
    add(
        rows,
        row("password", hash("new"), "$2-old", account -> text(account.password())).ignored());
    add(
        rows,
        row("mfa.password", hash("new"), "$2-old", account -> text(account.mfa().password()))
            .ignored());
    add(
        rows,
        row("mfa.totp", object("secret", "new"), "old", account -> account.mfa().totpSecret())
            .ignored());
    add(
        rows,
        row("account_valid_from", "2027-01-01T00:00:00Z", "2025-01-01T00:00:00Z", Row::from)
            .notNull(null));
    add(
        rows,
        row("account_valid_until", "2028-01-01T00:00:00Z", "2029-01-01T00:00:00Z", Row::until)
            .notNull(null));
    return rows.stream();
  }

  @Test
  void theIdentifierIsNeverChangedOnUpdate() {
    Decisions directory = new Decisions();
    AccountEditor editor = new AccountEditor(null);
    editor.loginId(LoginIdKind.EMAIL, LoginId.of(LoginIdKind.EMAIL, "Jo@Example.com"));
    editor.verified(LoginIdKind.EMAIL, true);
    long id = directory.put(editor.account());

    RecordResult result = directory.run(object("email", "JO@example.COM"));

    assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(result.changed()).isFalse();
    assertThat(directory.account(id)).isEqualTo(editor.account());
  }

  @Test
  void loginIdsAreStoredInTheirCanonicalForm() {
    Decisions directory = new Decisions();

    directory.run(object("email", "JÖRG@Bücher.Example", "preferred_username", "Jorg"));

    Account account = directory.account(1);
    assertThat(account.email())
        .isEqualTo(new LoginId("jörg@bücher.example", new Key("ejörg@xn--bcher-kva.example")));
    assertThat(account.username()).isEqualTo(new LoginId("jorg", new Key("ujorg")));
  }

  @Test
  void eachCustomAttributeIsOnItsOwn() {
    Decisions directory = new Decisions();
    directory.run(
        object("email", "a@b.c", "custom_attributes", object("kept", 1, "gone", "x", "no", null)));
    assertThat(directory.account(1).customAttributes()).isEqualTo(object("kept", 1, "gone", "x"));

    directory.run(
        object("email", "a@b.c", "custom_attributes", object("gone", null, "new", List.of(true))));

    assertThat(directory.account(1).customAttributes())
        .isEqualTo(object("kept", 1, "new", List.of(true)));
  }

  @Test
  void emptyMeansNothingForMiddleNameAndAddress() {
    Decisions directory = new Decisions();
    directory.run(object("email", "a@b.c", "middle_name", "", "address", object()));
    assertThat(directory.account(1).attributes()).isEqualTo(Struct.EMPTY);

    directory.run(object("email", "a@b.c", "middle_name", "M", "address", object("x", "y")));
    directory.run(object("email", "a@b.c", "middle_name", "", "address", object()));

    assertThat(directory.account(1).attributes()).isEqualTo(Struct.EMPTY);
  }

  @Test
  void aChangedOrRemovedLoginIdLosesItsMarkAndTheSameKeepsIt() {
    Decisions directory = new Decisions().identifiedBy(AuthgearIdentifier.PREFERRED_USERNAME);
    directory.run(object("preferred_username", "a", "email", "a@b.c", "email_verified", true));
    assertThat(directory.account(1).emailVerified()).isTrue();

    directory.run(object("preferred_username", "a", "email", "A@B.C"));
    assertThat(directory.account(1).emailVerified()).isTrue();
    directory.run(object("preferred_username", "a", "email", "new@b.c"));
    assertThat(directory.account(1).emailVerified()).isFalse();
    directory.run(object("preferred_username", "a", "email", "newer@b.c", "email_verified", true));
    assertThat(directory.account(1).emailVerified()).isTrue();
    directory.run(object("preferred_username", "a", "email", null));
    assertThat(directory.account(1).email()).isNull();
    assertThat(directory.account(1).emailVerified()).isFalse();
  }

  @Test
  void repeatedKeysCountOnce() {
    Decisions directory = new Decisions();

    directory.run(object("email", "a@b.c", "roles", List.of("role_b", "role_a", "role_b")));

    assertThat(directory.account(1).roles()).containsExactly("role_a", "role_b");
  }

  @Test
  void anEmptyListClears() {
    Decisions directory = new Decisions();
    directory.run(
        object("email", "a@b.c", "roles", List.of("role_a"), "groups", List.of("group_a")));

    directory.run(object("email", "a@b.c", "roles", List.of()));

    assertThat(directory.account(1).roles()).isEmpty();
    assertThat(directory.account(1).groups()).containsExactly("group_a");
  }

  private static Object afterInsert(Row row, boolean present, Object sent) {
    Decisions directory = new Decisions();
    RecordResult result = directory.run(record(row, present, sent));
    return result.outcome() == Outcome.FAILED ? FAILS : row.read().apply(directory.account(1));
  }

  private static Object afterUpdate(Row row, boolean present, Object sent) {
    Decisions directory = new Decisions();
    long id = directory.put(fullAccount());
    RecordResult result = directory.run(record(row, present, sent));
    if (result.outcome() == Outcome.FAILED) {
      assertThat(directory.account(id)).isEqualTo(fullAccount());
      return FAILS;
    }
    assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
    return row.read().apply(directory.account(id));
  }

  private static Struct record(Row row, boolean present, Object sent) {
    Struct.Builder record = object("email", "a@example.com").edit();
    if (present && row.name().startsWith("mfa.")) {
      record.put("mfa", object(row.name().substring(4), sent));
    } else if (present) {
      record.put(row.name(), value(sent));
    }
    return record.build();
  }

  private static Account fullAccount() {
    AccountEditor editor = new AccountEditor(null);
    editor.loginId(LoginIdKind.EMAIL, LoginId.of(LoginIdKind.EMAIL, "a@example.com"));
    editor.loginId(LoginIdKind.PHONE_NUMBER, LoginId.of(LoginIdKind.PHONE_NUMBER, "+14155550100"));
    editor.loginId(LoginIdKind.USERNAME, LoginId.of(LoginIdKind.USERNAME, "alice"));
    for (String name :
        List.of("name", "given_name", "family_name", "middle_name", "nickname", "gender")) {
      editor.attribute(name, Value.of("Old"));
    }
    for (String name : List.of("profile", "picture", "website")) {
      editor.attribute(name, Value.of("https://old.example"));
    }
    editor.attribute("birthdate", Value.of("--01-01"));
    editor.attribute("zoneinfo", Value.of("Asia/Tokyo"));
    editor.attribute("locale", Value.of("ja"));
    editor.attribute("address", object("country", "HK", "region", "Central"));
    editor.roles(List.of("role_a"));
    editor.groups(List.of("group_a"));
    EncodedHash old = new EncodedHash("bcrypt", "$2-old");
    editor.password(old);
    editor.mfa(new Mfa("old@example.com", "+14155550100", old, "old"));
    editor.validPeriod(
        Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2029-01-01T00:00:00Z"));
    return editor.account();
  }

  private static Struct hash(String name) {
    return object("type", "bcrypt", "password_hash", "$2-" + name);
  }

  private static String text(EncodedHash hash) {
    return hash == null ? null : hash.encoded();
  }

  private static Function<Account, Object> attribute(String name) {
    return account -> account.attributes().get(name);
  }

  private static Function<Account, Object> loginId(LoginIdKind kind) {
    return account -> account.loginId(kind) == null ? null : account.loginId(kind).value();
  }

  private static void add(List<Arguments> rows, Row row) {
    rows.add(arguments(row));
  }

  /** A field that is created, kept, removed and replaced, unless said otherwise. */
  private static Row row(String name, Object sent, Object had, Function<Account, Object> read) {
    boolean attribute = RecordSchema.STANDARD_ATTRIBUTES.contains(name);
    Object got = attribute ? value(sent) : sent;
    return new Row(name, sent, attribute ? value(had) : had, got, null, null, null, got, read);
  }

  /**
   * A row of the table.
   *
   * @param sent the value in the record
   * @param had what the existing user has
   * @param got what a new user gets
   * @param none what a new user has without the field
   */
  private record Row(
      String name,
      Object sent,
      Object had,
      Object got,
      Object none,
      Object insertNull,
      Object updateNull,
      Object updated,
      Function<Account, Object> read) {

    /** Null is refused. */
    Row notNull(Object without) {
      return new Row(name, sent, had, got, without, FAILS, FAILS, updated, read);
    }

    /** Null is refused, and a value ignored on update. */
    Row ignored() {
      Object stored =
          sent instanceof Struct struct && struct.has("secret")
              ? struct.text("secret")
              : ((Struct) sent).text("password_hash");
      return new Row(name, sent, had, stored, null, FAILS, FAILS, had, read);
    }

    static Object from(Account account) {
      return account.validFrom() == null ? null : account.validFrom().toString();
    }

    static Object until(Account account) {
      return account.validUntil() == null ? null : account.validUntil().toString();
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
