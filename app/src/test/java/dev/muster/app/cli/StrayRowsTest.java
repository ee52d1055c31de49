package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Totals, ends of reports, and repeated headers never become users silently. */
class StrayRowsTest {

  @TempDir private Path folder;

  private Run run(String header, String row, String last, String... options) throws Exception {
    Run.file(folder, "muster.yml", "attributes: [{name: staff, kind: date}]");
    Run.file(folder, "a.csv", header, row, last);
    String[] all = new String[options.length + 3];
    all[0] = "import";
    all[1] = "a.csv";
    all[2] = "--dry-run";
    System.arraycopy(options, 0, all, 3, options.length);
    return Run.of(folder, all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Total;;",
        "Summe:;;",
        "total;",
        "*** Total ***;;",
        "Total général;;",
        "Gesamt: 17;;",
        "(12 rows);;",
        "12 Zeilen",
        "1 row selected.",
        "End of report",
        "Page 1 of 2;;",
        "Exported by HR on 2024-01-02;;"
      })
  void areWarnedAboutWithTheirLineIfTheyAreTakenForUsers(String last) throws Exception {
    Run run = run("username;first_name;staff", "ann;Ann;2020-01-02", last);

    assertThat(run.status()).as(run.out()).isZero();
    assertThat(run.out())
        .containsPattern("the row begins with \"[^\"]+\" and seems to be a total or the end")
        .contains("1 record, line 3");
  }

  @Test
  void areWarnedAboutAlsoIfTheirWrongCellsAreLeftOut() throws Exception {
    String header = "username;first_name;staff";
    Run refused = run(header, "ann;Ann;2020-01-02", "Summe;;1234");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.out())
        .contains("The row begins with \"Summe\" and seems to be a total", "line 3");

    Run lenient = run(header, "ann;Ann;2020-01-02", "Summe;;1234", "--lenient");

    assertThat(lenient.status()).isZero();
    assertThat(lenient.out())
        .contains("left out \"1234\"", "the row begins with \"Summe\" and seems to be a total");
  }

  @ParameterizedTest
  @ValueSource(strings = {"username;first_name;staff", "username key;first_name;staff"})
  void theHeaderOnceMoreIsTold(String header) throws Exception {
    Run.file(folder, "muster.yml", "attributes: [{name: staff, kind: string}]");
    Run.file(folder, "a.csv", header, "ann;Ann;1", header, "bob;Bob;2");

    Run run = Run.of(folder, "import", "a.csv", "--dry-run");

    assertThat(run.out())
        .contains("the row seems to repeat the header; if so, remove it", "1 record, line 3");
    Run.file(folder, "b.csv", "Login;Vorname", "ann;Ann", "Login;Vorname");
    Run mapped =
        Run.of(folder, "import", "b.csv", "--map", "Login=username", "--map", "Vorname=first_name");
    assertThat(mapped.out()).contains("the row seems to repeat the header", "line 3");
  }

  @Test
  void marksOfConflictsAreTold() throws Exception {
    assertThat(run("username;first_name;staff", "ann;Ann;2020-01-02", "=======").out())
        .contains("begins with \"=======\" and seems to mark a conflict of Git", "line 3");
  }

  @Test
  void areToldApartIfTheyFail() throws Exception {
    Run run = run("email;first_name;staff", "ann@example.org;Ann;2020-01-02", "Total;;");

    assertThat(run.out())
        .contains("Enter a valid email address. The row begins with \"Total\" and seems to be");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Total;Ann;2020-01-02", "sum;Lee;", "summer;;", "totally;;", "42;;", "rows;;"})
  void otherRowsAreNot(String last) throws Exception {
    Run run = run("username;first_name;staff", "ann;Ann;2020-01-02", last);

    assertThat(run.status()).isZero();
    assertThat(run.out()).doesNotContain("seems to be a total");
  }
}
