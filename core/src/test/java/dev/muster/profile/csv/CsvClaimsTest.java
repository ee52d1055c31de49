package dev.muster.profile.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvClaimsTest {

  private final Tables tables = new Tables();

  private static List<Outcome> outcomes(List<RecordResult> results) {
    return results.stream().map(RecordResult::outcome).toList();
  }

  @Test
  void refusesTheSecondRowWithAKeyAndNamesTheFirst() {
    List<RecordResult> results =
        tables.run("email,first_name", "a@example.com,A", "b@example.com,B", "A@Example.com,C");

    assertThat(results.get(2).problems())
        .extracting(Problem::code, Problem::message, Problem::column)
        .containsExactly(
            tuple(
                ProblemCode.UNIQUE_CONSTRAINT_FAILED,
                "email \"a@example.com\" is in row 2 already.",
                Problem.NO_COLUMN));
  }

  @Test
  void lettsAFailedRowClaimNothing() {
    assertThat(
            outcomes(
                tables.run(
                    "email,phone unique",
                    "a@example.com,x",
                    "a@example.com,0606060606",
                    "b@example.com,+33606060606")))
        .containsExactly(Outcome.FAILED, Outcome.INSERTED, Outcome.FAILED);
  }

  @Test
  void comparesUniqueValuesInTheirStoredFormAndEmptyOnesNever() {
    assertThat(
            outcomes(
                tables.run(
                    "email,phone unique",
                    "a@example.com,0606060606",
                    "b@example.com,06 06 06 06 06",
                    "c@example.com,",
                    "d@example.com,")))
        .containsExactly(Outcome.INSERTED, Outcome.FAILED, Outcome.INSERTED, Outcome.INSERTED);
  }

  @Test
  void looksInTheDirectoryAsTheFlagsSay() {
    tables.run("username,phone", "old,0606060606", "u,0606060607");

    assertThat(tables.runOne("username,phone unique", "new,0606060606").problems())
        .extracting(Problem::code, Problem::message)
        .containsExactly(
            tuple(
                ProblemCode.UNIQUE_CONSTRAINT_FAILED,
                "phone \"+33606060606\" belongs to another user."));
    assertThat(tables.runOne("username,phone unique", "u,0606060606").outcome())
        .isEqualTo(Outcome.FAILED);
    assertThat(tables.runOne("username,phone unique no-update", "u,0606060606").outcome())
        .isEqualTo(Outcome.UPDATED);
    assertThat(tables.runOne("username,phone unique", "u,0606060607").outcome())
        .isEqualTo(Outcome.UPDATED);
    assertThat(tables.runOne("username,phone", "u,0606060606").outcome())
        .isEqualTo(Outcome.UPDATED);
  }

  @Test
  void looksBeyondTheRealmForGloballyUniqueValuesOnly() {
    tables.runOne("username,nickname", "u,Uli");
    Tables elsewhere = tables.inRealm(Tables.realm(2, UniqueScope.REALM));

    assertThat(elsewhere.runOne("username,nickname globally-unique", "u,Uli").outcome())
        .isEqualTo(Outcome.FAILED);
    assertThat(elsewhere.runOne("username,nickname unique", "u,Uli").outcome())
        .isEqualTo(Outcome.INSERTED);
  }

  @Test
  void allowsRepeatedLoginIdsWhereTheRealmDoes() {
    Tables lax = new Tables(Tables.realm(UniqueScope.NONE));

    assertThat(
            outcomes(
                lax.run(
                    "_source_name,_source_id,email",
                    "app,1,a@example.com",
                    "app,2,a@example.com",
                    "app,1,b@example.com")))
        .containsExactly(Outcome.INSERTED, Outcome.INSERTED, Outcome.FAILED);
  }

  @Test
  void tellsOfValuesInTheFileAndInTheDirectoryAtOnce() {
    tables.run("username,phone", "old,0606060606");

    assertThat(
            tables
                .run(
                    "email,username,phone unique",
                    "a@example.com,ann,0606060607",
                    "a@example.com,bob,0606060606",
                    "c@example.com,ann,0606060606")
                .stream()
                .flatMap(result -> result.problems().stream())
                .map(Problem::message))
        .containsExactly(
            "email \"a@example.com\" is in row 2 already.",
            "phone \"+33606060606\" belongs to another user.",
            "username \"ann\" is in row 2 already.",
            "phone \"+33606060606\" is in row 3 already.");
  }

  @Test
  void reportsOneErrorAColumn() {
    tables.run("username,email", "old,old@example.com");

    assertThat(
            tables.runOne("phone key,username,email", "0606060606,OLD,Old@example.com").problems())
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            "email \"old@example.com\" belongs to another user.",
            "username \"old\" belongs to another user.");
  }

  @Test
  void hasTheStoreLookUpWhatIsNotIndexedAnyway() {
    assertThat(tables.dialect("email,first_name unique,phone").lookups())
        .containsExactly("attributes.given_name");
    assertThat(tables.dialect("phone key,nickname globally-unique,email").lookups())
        .containsExactlyInAnyOrder("custom_attributes.phone", "custom_attributes.nickname");

    Realm strict =
        new Realm(
            1,
            "strict",
            Map.of(LoginIdKind.EMAIL, UniqueScope.REALM),
            Map.of(
                "custom_attributes.phone", UniqueScope.GLOBAL,
                "custom_attributes.nickname", UniqueScope.REALM));
    assertThat(new Tables(strict).dialect("phone key,nickname globally-unique").lookups())
        .containsExactly("custom_attributes.nickname");
  }
}
