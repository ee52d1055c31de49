package dev.muster.profile.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.user.UniqueScope;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CsvRolesTest {

  private final Tables tables = new Tables();

  @BeforeEach
  void someoneIsStaff() {
    tables.runOne("email,_role_slug", "a@example.com,staff");
  }

  private List<String> roles() {
    return tables.onlyAccount().roles();
  }

  @Test
  void areAddedByNameAndByKey() {
    tables.runOne("email,_role_name", "a@example.com,The boss");

    assertThat(roles()).containsExactly("boss", "staff");
  }

  @Test
  void countAsWrittenEvenIfTheUserHadThem() {
    RecordResult result = tables.runOne("email,_role_slug", "a@example.com,staff");

    assertThat(result.effects().stream()).containsExactly(1);
    assertThat(result.changed()).isFalse();
  }

  @Test
  void areRemoved() {
    tables.runOne("email,_role_slug delete", "a@example.com,staff");
    tables.runOne("email,_role_slug delete", "a@example.com,boss");

    assertThat(roles()).isEmpty();
  }

  @Test
  void areClearedBeforeOneIsAdded() {
    tables.runOne("email,_role_slug clear", "a@example.com,boss");

    assertThat(roles()).containsExactly("boss");
  }

  @Test
  void stayAsTheyAreWithAnEmptyOrMissingCell() {
    tables.run("email,_role_slug clear", "a@example.com,", "a@example.com");

    assertThat(roles()).containsExactly("staff");
  }

  @Test
  void thatAreUnknownDoNotStopTheRow() {
    RecordResult result =
        tables.runOne("email,_role_name clear,first_name", "a@example.com,staff,A");

    assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(result.problems())
        .extracting(Problem::code, Problem::column)
        .containsExactly(tuple(ProblemCode.ROLE_NOT_FOUND, 1));
    assertThat(tables.onlyAccount().attributes().text("given_name")).isEqualTo("A");
    assertThat(roles()).containsExactly("staff");
  }

  @Test
  void areAllThatFurtherRowsAboutAUserSay() {
    List<RecordResult> results =
        tables.run(
            "email,first_name,phone unique,_role_slug clear",
            "a@example.com,A,0606060606,boss",
            "a@example.com,B,0606060606,staff",
            "a@example.com,B,,");

    assertThat(results)
        .extracting(RecordResult::outcome, RecordResult::changed)
        .containsExactly(
            tuple(Outcome.UPDATED, true),
            tuple(Outcome.SKIPPED, true),
            tuple(Outcome.SKIPPED, false));
    assertThat(results.get(1).effects().stream()).containsExactly(3);
    assertThat(roles()).containsExactly("boss", "staff");
    assertThat(tables.onlyAccount().attributes().text("given_name")).isEqualTo("A");
  }

  @Test
  void areForUsersOfTheirRealmOnly() {
    tables.run("_source_name,_source_id,email", "app,1,other@example.com");
    Tables elsewhere = tables.inRealm(Tables.realm(2, UniqueScope.REALM));

    RecordResult result =
        elsewhere.runOne("_source_name,_source_id,_role_slug,first_name", "app,1,staff,O");

    assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(result.problems())
        .extracting(Problem::code, Problem::message)
        .containsExactly(
            tuple(
                ProblemCode.ROLE_UNAUTHORIZED,
                "The user belongs to another realm, and roles of this realm are for its own"
                    + " users."));
    assertThat(result.changed()).isTrue();
  }

  @Test
  void doNotExcuseAClashOfAFurtherRowWithAnotherUser() {
    List<RecordResult> results =
        tables.run(
            "email,phone unique,_role_slug",
            "b@example.com,0606060606,boss",
            "a@example.com,0606060607,boss",
            "a@example.com,0606060606,staff",
            "a@example.com,0606060607,staff");

    assertThat(results)
        .extracting(RecordResult::outcome)
        .containsExactly(Outcome.INSERTED, Outcome.UPDATED, Outcome.FAILED, Outcome.SKIPPED);
    assertThat(results.get(2).problems())
        .extracting(Problem::message)
        .containsExactly("phone \"+33606060606\" is in row 2 already.");
  }

  @Test
  void doNotExcuseAClashWithAnotherUser() {
    List<RecordResult> results =
        tables.run(
            "email,phone unique,_role_slug",
            "b@example.com,0606060606,boss",
            "c@example.com,0606060606,boss");

    assertThat(results.get(1).problems())
        .extracting(Problem::message)
        .containsExactly("phone \"+33606060606\" is in row 2 already.");
  }
}
