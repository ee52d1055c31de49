package dev.muster.profile.restauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.PasswordMaker;
import dev.muster.prepare.Candidate;
import dev.muster.prepare.Draft;
import dev.muster.prepare.Prepared;
import dev.muster.prepare.Wish;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.Warning;
import dev.muster.read.Position;
import dev.muster.read.SourceRecord;
import dev.muster.user.Account;
import dev.muster.user.Catalog;
import dev.muster.user.User;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestAuthPreparationTest {

  private static final Instant NOW = Instant.EPOCH;
  private static final RestAuthOptions OVERWRITE =
      new RestAuthOptions(false, true, true, false, false, false);
  private static final RestAuthOptions GENERATE =
      new RestAuthOptions(true, false, false, false, false, false);

  private final CountingMaker maker = new CountingMaker();

  @Test
  void namesAreFoldedBeforeAnythingElse() {
    Candidate user = ready(RestAuthOptions.NONE, "MATI Ä", Struct.EMPTY);

    assertThat(user.identity().text()).isEqualTo("umati ä");
    assertThat(created(user).username().value()).isEqualTo("mati ä");
  }

  @Test
  void aNewUserGetsThePasswordAndEveryProperty() {
    Candidate user = ready(RestAuthOptions.NONE, "mati", entry("secret"));

    Account account = created(user);

    assertThat(account.password()).isEqualTo(new EncodedHash("toy", "terces"));
    assertThat(account.customAttributes().text("key")).isEqualTo("value");
  }

  @Test
  void thoseWhoExistKeepPasswordAndPropertiesUnlessOverwritten() {
    User old = user(created(ready(RestAuthOptions.NONE, "mati", entry("old"))));

    Draft kept = granted(ready(RestAuthOptions.NONE, "mati", entry("new")), old);
    assertThat(kept.account().account()).isEqualTo(old.account());
    assertThat(kept.warnings())
        .extracting(Warning::message)
        .containsExactly("Property \"key\" already exists.");

    Draft replaced = granted(ready(OVERWRITE, "mati", entry("new")), old);
    assertThat(replaced.account().account().password()).isEqualTo(new EncodedHash("toy", "wen"));
    assertThat(replaced.warnings()).isEmpty();
  }

  @Test
  void membersThatAUserMayNotHaveAreIgnoredWithAWarning() {
    Struct entry =
        entry("secret")
            .edit()
            .put("email", Value.of("ann@example.org"))
            .put("@reject-reason", Value.of("TypeError"))
            .put("x".repeat(9000), Value.of(1))
            .build();

    Draft draft = granted(ready(RestAuthOptions.NONE, "Ann", entry), null);

    assertThat(draft.account().account())
        .isEqualTo(created(ready(RestAuthOptions.NONE, "Ann", entry("secret"))));
    assertThat(draft.warnings())
        .extracting(Warning::message)
        .containsExactly(
            "the member \"email\" of the user is ignored: a user has only \"password\" and"
                + " \"properties\". Everything else about a user belongs in \"properties\".",
            "the member \""
                + "x".repeat(80)
                + "…\" of the user is ignored: a user has only \"password\" and"
                + " \"properties\". Everything else about a user belongs in \"properties\".");
  }

  @Test
  void aPasswordThatIsNotNeededIsNotHashed() {
    User old = user(created(ready(RestAuthOptions.NONE, "mati", entry("old"))));
    maker.hashed = 0;

    granted(ready(RestAuthOptions.NONE, "mati", entry("new")), old);

    assertThat(maker.hashed).isZero();
  }

  @Test
  void aPasswordThatWasHashedAheadIsNotHashedAgain() {
    Candidate user = ready(RestAuthOptions.NONE, "mati", entry("secret"));
    String plain = PasswordWish.of(user).unhashed().orElseThrow();
    Candidate hashed = PasswordWish.withHash(user, maker.hash(plain));

    assertThat(PasswordWish.of(hashed).unhashed()).isEmpty();
    assertThat(created(hashed)).isEqualTo(created(user));
    maker.hashed = 0;
    created(hashed);
    assertThat(maker.hashed).isZero();
  }

  @Test
  void anEmptyPasswordIsUnusableAndCountsAsGiven() {
    Candidate user = ready(GENERATE, "mati", entry(""));

    assertThat(created(user).password()).isNull();
    assertThat(((PasswordWish) user.wishes().get(0)).data().given()).isTrue();

    User old = user(created(ready(RestAuthOptions.NONE, "mati", entry("old"))));
    assertThat(granted(ready(OVERWRITE, "mati", entry("")), old).account().password()).isNull();
  }

  @Test
  void passwordsAreMadeUpForNewUsersWithoutAny() {
    Candidate user = ready(GENERATE, "mati", Struct.EMPTY);
    PasswordWish wish = (PasswordWish) user.wishes().get(0);

    assertThat(created(user).password()).isNotNull();
    assertThat(wish.data()).isEqualTo(new PasswordData.Generated("x".repeat(16)));
    assertThat(wish.data().toString()).doesNotContain("xx");

    User old = user(Account.EMPTY);
    assertThat(granted(ready(GENERATE, "mati", Struct.EMPTY), old).account().password()).isNull();
  }

  @Test
  void djangosMarkOfNoPasswordIsOne() {
    Candidate user = ready(GENERATE, "mati", Struct.of("password", hash("django", "!x")));

    assertThat(created(user).password()).isNull();
    assertThat(((PasswordWish) user.wishes().get(0)).data().given()).isTrue();
  }

  @Test
  void aPasswordIsMadeUpForNewUsersOnly() {
    RestAuthOptions both = new RestAuthOptions(true, true, false, false, false, false);
    Candidate second = ready(both, "mati", Struct.EMPTY);

    assertThat(PasswordWish.of(second).appliesTo(true)).isTrue();
    assertThat(PasswordWish.of(second).appliesTo(false)).isFalse();
    assertThat(granted(second, user(Account.EMPTY)).account().account().password()).isNull();
  }

  @Test
  void optionsAreReadAsTheyWereWritten() {
    assertThat(RestAuthOptions.NONE.toStruct()).isEqualTo(Struct.EMPTY);
    assertThat(RestAuthOptions.of(Struct.EMPTY)).isEqualTo(RestAuthOptions.NONE);
    assertThat(RestAuthOptions.of(OVERWRITE.toStruct())).isEqualTo(OVERWRITE);
  }

  @Test
  void anUnsupportedHashIsAWarningAndNoPasswordIsMadeUpForIt() {
    Struct hash = hash("rot13", "frperg");

    Draft draft = granted(ready(GENERATE, "mati", Struct.of("password", hash)), null);

    assertThat(draft.warnings())
        .extracting(Warning::message)
        .containsExactly("Hash of type \"rot13\" is not supported, skipping.");
    assertThat(draft.account().account().password()).isNull();
  }

  @Test
  void whyAKnownHashCantBeTakenIsSaidToo() {
    Draft draft = granted(ready(GENERATE, "mati", Struct.of("password", hash("toy", "!"))), null);

    assertThat(draft.warnings())
        .extracting(Warning::message)
        .containsExactly("Hash of type \"toy\" is not supported, skipping. (no toy)");
  }

  @ParameterizedTest
  @CsvSource({
    "list, password is of type list.",
    "int, password is of type int.",
    "float, password is of type float.",
    "bool, password is of type bool.",
    "NoneType, password is of type NoneType."
  })
  void otherTypesOfPasswordsAreErrorsInPythonsWords(String type, String message) {
    Candidate user = ready(RestAuthOptions.NONE, "mati", Struct.of("password", ofType(type)));

    assertThat(granted(user, null).refusal())
        .isEqualTo(Problem.at(ProblemCode.TYPE_ERROR, message, "/password"));
    assertThat(granted(user, user(Account.EMPTY)).refusal()).isNull();
  }

  @Test
  void aPasswordObjectHasTwoMembersExactly() {
    Struct more = hash("toy", "x").edit().put("salt", Value.of("s")).build();

    for (Struct wrong : List.of(Struct.EMPTY, Struct.of("hash", Value.of("x")), more)) {
      Candidate user = ready(RestAuthOptions.NONE, "mati", Struct.of("password", wrong));
      assertThat(granted(user, null).refusal()).isNotNull();
    }
  }

  @Test
  void propertiesBecomeTextAndOthersRefuseTheUserWhenItIsItsTurn() {
    Struct properties =
        new Struct.Builder()
            .put("number", new Value.Num("4.50"))
            .put("flag", Value.TRUE)
            .put("last login", Value.of("2013-1-2 3:4:5"))
            .build();
    Account account =
        created(ready(RestAuthOptions.NONE, "mati", Struct.of("properties", properties)));
    assertThat(account.customAttributes().text("number")).isEqualTo("4.50");
    assertThat(account.customAttributes().text("flag")).isEqualTo("true");
    assertThat(account.customAttributes().text("last login")).isEqualTo("2013-01-02 03:04:05");

    Struct wrong = Struct.of("last login", Value.of("never"));
    Draft draft =
        granted(ready(RestAuthOptions.NONE, "mati", Struct.of("properties", wrong)), null);
    assertThat(draft.refusal()).isNotNull();
    assertThat(draft.refusal().code()).isEqualTo(ProblemCode.VALUE_ERROR);
  }

  @Test
  void secretsShowInNoText() {
    assertThat(ready(RestAuthOptions.NONE, "mati", entry("hushhush")).toString())
        .doesNotContain("hushhush");
  }

  private static Struct entry(String password) {
    return new Struct.Builder()
        .put("password", Value.of(password))
        .put("properties", Struct.of("key", Value.of("value")))
        .build();
  }

  private static Struct hash(String algorithm, String hash) {
    return new Struct.Builder()
        .put("algorithm", Value.of(algorithm))
        .put("hash", Value.of(hash))
        .build();
  }

  private static Value ofType(String type) {
    return switch (type) {
      case "list" -> new Value.Array(List.of());
      case "int" -> new Value.Num("1");
      case "float" -> new Value.Num("1.5");
      case "bool" -> Value.TRUE;
      default -> Value.NULL;
    };
  }

  private Candidate ready(RestAuthOptions options, String name, Struct entry) {
    return ((Prepared.Ready) prepare(options, name, entry)).candidate();
  }

  private Prepared prepare(RestAuthOptions options, String name, Struct entry) {
    return new RestAuthPreparation(options, RestAuthPreparationTest::reading, maker)
        .prepare(new SourceRecord(new Position(0, 1), Struct.of(name, entry)));
  }

  private static HashReading reading(String algorithm, String hash) {
    if (!algorithm.equals("toy")) {
      return new HashReading.NotMine();
    }
    return hash.equals("!")
        ? new HashReading.Malformed("no toy")
        : new HashReading.Accepted(new EncodedHash("toy", hash));
  }

  private static Account created(Candidate user) {
    return granted(user, null).account().account();
  }

  private static Draft granted(Candidate candidate, User before) {
    Draft draft = new Draft(before, 1, Catalog.EMPTY, NOW);
    for (Wish wish : candidate.wishes()) {
      wish.grant(draft);
    }
    return draft;
  }

  private static User user(Account account) {
    return new User(1, 1, account, NOW, NOW);
  }

  /** Turns passwords round. */
  private static final class CountingMaker implements PasswordMaker {

    private int hashed;

    @Override
    public String generate(int characters) {
      return "x".repeat(characters);
    }

    @Override
    public int atOnce() {
      return 1;
    }

    @Override
    public EncodedHash hash(String password) {
      hashed++;
      return new EncodedHash("toy", new StringBuilder(password).reverse().toString());
    }
  }
}
