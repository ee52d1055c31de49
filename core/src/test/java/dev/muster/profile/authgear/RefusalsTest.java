package dev.muster.profile.authgear;

import static dev.muster.profile.Samples.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.decide.Conflict;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.user.Account;
import dev.muster.user.Key;
import dev.muster.value.Struct;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes a valid record fail once the directory is known. */
class RefusalsTest {

  @ParameterizedTest
  @CsvSource({"phone_number, +85298765432, phone", "preferred_username, Bob, username"})
  void aLoginIdOfAnotherUserFailsTheRecordWhole(String field, String value, String type) {
    Decisions directory = new Decisions();
    directory.run(
        object("email", "bob@b.c", "preferred_username", "bob", "phone_number", "+85298765432"));
    directory.run(object("email", "eve@b.c", "name", "E"));
    Account before = directory.account(2);

    for (String email : List.of("eve@b.c", "new@b.c")) {
      RecordResult result = directory.run(object("email", email, "name", "Changed", field, value));

      assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(result.userId()).isZero();
      assertThat(result.problems()).hasSize(1);
      Problem problem = result.problems().get(0);
      assertThat(problem.code()).isEqualTo(ProblemCode.INVARIANT_VIOLATED);
      assertThat(problem.message()).isEqualTo("identity already exists");
      assertThat(problem.path()).isEqualTo("/" + field);
      assertThat(problem.kind()).isEqualTo("DuplicatedIdentity");
      assertThat(problem.details())
          .isEqualTo(
              object(
                  "IdentityTypeIncoming",
                  "login_id",
                  "IdentityTypeExisting",
                  "login_id",
                  "LoginIDTypeIncoming",
                  type,
                  "LoginIDTypeExisting",
                  type));
    }
    assertThat(directory.account(2)).isEqualTo(before);
  }

  @Test
  void severalTakenLoginIdsAreOneProblem() {
    Decisions directory = new Decisions();
    directory.run(
        object("email", "a@b.c", "preferred_username", "a", "phone_number", "+85298765432"));

    RecordResult result =
        directory.run(
            object("email", "b@b.c", "preferred_username", "a", "phone_number", "+85298765432"));

    assertThat(result.problems()).extracting(Problem::path).containsExactly("/phone_number");
  }

  @Test
  void aLoginIdThatAnEarlierRecordFreedMayBeTaken() {
    Decisions directory = new Decisions();
    directory.run(object("email", "a@b.c", "phone_number", "+85298765432"));
    directory.run(object("email", "a@b.c", "phone_number", null));

    assertThat(directory.run(object("email", "b@b.c", "phone_number", "+85298765432")).outcome())
        .isEqualTo(Outcome.INSERTED);
  }

  @Test
  void unknownRolesAndGroupsAreNamed() {
    Decisions directory = new Decisions();

    Problem roles =
        directory
            .run(object("email", "a@b.c", "roles", List.of("x", "role_a", "y", "x")))
            .problems()
            .get(0);
    assertThat(roles.code()).isEqualTo(ProblemCode.ROLE_UNKNOWN_KEYS);
    assertThat(roles.message()).isEqualTo("unknown role keys");
    assertThat(roles.path()).isEqualTo("/roles");
    assertThat(roles.details()).isEqualTo(object("keys", List.of("x", "y")));

    Problem groups =
        directory.run(object("email", "a@b.c", "groups", List.of("role_a"))).problems().get(0);
    assertThat(groups.code()).isEqualTo(ProblemCode.GROUP_UNKNOWN_KEYS);
    assertThat(groups.message()).isEqualTo("unknown group keys");
    assertThat(groups.details()).isEqualTo(object("keys", List.of("role_a")));
  }

  @Test
  void theNameOfAnotherSchemeIsATypeAsWell() {
    Struct damaged = object("type", "other", "password_hash", "broken");
    Decisions directory = new Decisions();

    for (Struct record :
        List.of(
            object("email", "a@b.c", "password", damaged),
            object("email", "a@b.c", "mfa", object("password", damaged)))) {
      Problem problem = directory.run(record).problems().get(0);
      assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_PASSWORD_HASH);
      assertThat(problem.message()).isEqualTo("invalid password hash: not a sound other hash");
      assertThat(problem.path()).endsWith("password/password_hash");
    }
    Struct sound = object("type", "other", "password_hash", "sound");
    assertThat(directory.run(object("email", "a@b.c", "password", sound)).outcome())
        .isEqualTo(Outcome.INSERTED);
    Struct unknown = object("type", "none", "password_hash", "sound");
    assertThat(Decisions.codes(directory.run(object("email", "b@b.c", "password", unknown))))
        .containsExactly("ValidationFailed");
  }

  @ParameterizedTest
  @CsvSource({
    "$1$abc, 'it must begin with $2a$, $2b$, $2x$, $2y$ or $2$'",
    "{other}sound, 'it is a hash of the form other: write \"type\": \"other\"'",
    "{known}sound, other hashes can't be verified",
    "$2-broken, Invalid format for bcrypt hash",
    "$2-costly, bcrypt cost must be from 4 to 16"
  })
  void anUnusableHashFailsAnInsertAndNoUpdate(String hash, String reason) {
    Struct password = object("type", "bcrypt", "password_hash", hash);
    Decisions directory = new Decisions();

    for (Struct record :
        List.of(
            object("email", "a@b.c", "password", password),
            object("email", "a@b.c", "mfa", object("password", password)))) {
      RecordResult result = directory.run(record);
      assertThat(Decisions.codes(result)).containsExactly("InvalidBcryptHash");
      Problem problem = result.problems().get(0);
      assertThat(problem.message()).isEqualTo("invalid bcrypt hash: " + reason);
      assertThat(problem.message()).doesNotContain(hash);
      assertThat(problem.path()).endsWith("password/password_hash");
    }
    directory.run(object("email", "a@b.c"));
    assertThat(directory.run(object("email", "a@b.c", "password", password)).outcome())
        .isEqualTo(Outcome.UPDATED);
  }

  @ParameterizedTest
  @CsvSource({
    "2030-01-01T00:00:00Z, 2031-01-01T00:00:00Z, true",
    "2030-01-01T00:00:00Z, 2030-01-01T00:00:00Z, false",
    "2030-01-01T00:00:00Z, 2030-01-01T08:00:00+08:00, false",
    "2031-01-01T00:00:00Z, 2030-01-01T00:00:00Z, false",
    "2001-01-01T00:00:00Z, 2002-01-01T00:00:00Z, true"
  })
  void aPeriodMustEndAfterItStarts(String from, String until, boolean good) {
    RecordResult together =
        new Decisions()
            .run(
                object("email", "a@b.c", "account_valid_from", from, "account_valid_until", until));
    Decisions directory = new Decisions();
    directory.run(object("email", "a@b.c", "account_valid_until", until));
    RecordResult apart = directory.run(object("email", "a@b.c", "account_valid_from", from));

    assertThat(together.outcome()).isEqualTo(good ? Outcome.INSERTED : Outcome.FAILED);
    assertThat(apart.outcome()).isEqualTo(good ? Outcome.UPDATED : Outcome.FAILED);
    if (!good) {
      assertThat(together.problems()).isEqualTo(apart.problems());
      Problem problem = apart.problems().get(0);
      assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_ACCOUNT_STATUS_TRANSITION);
      assertThat(problem.message())
          .isEqualTo(
              "the start timestamp of account valid period must be less than the end timestamp"
                  + " of the account valid period");
      assertThat(problem.kind()).isEqualTo("AccountValidFromShouldBeBeforeAccountValidUntil");
    }
  }

  @Test
  void aTakenAttributeIsAnotherProblem() {
    Conflict conflict =
        new Conflict(Key.ofAttribute("custom_attributes.a/b", "x"), "a/b", Problem.NO_COLUMN, 0);

    assertThat(new AuthgearPolicy(true).taken(List.of(conflict)))
        .extracting(Problem::code, Problem::path)
        .containsExactly(tuple(ProblemCode.UNIQUE_CONSTRAINT_FAILED, "/custom_attributes/a~1b"));
  }

  @Test
  void anIdentifierThatFitsSeveralUsersTouchesNone() {
    Problem problem = new AuthgearPolicy(true).disputed(2);

    assertThat(problem.code()).isEqualTo(ProblemCode.KEY_MATCHES_TOO_MANY_USERS);
    assertThat(problem.message()).contains("2 users");
  }
}
