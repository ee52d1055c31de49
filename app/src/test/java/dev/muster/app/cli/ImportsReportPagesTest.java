package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.session.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code muster imports report} of some records, and {@code imports list} of some imports. */
class ImportsReportPagesTest {

  @TempDir private Path folder;

  @BeforeEach
  void importPeople() throws Exception {
    List<String> lines = new ArrayList<>(List.of("email key,first_name"));
    for (int i = 0; i < 1200; i++) {
      String email = i % 100 == 42 ? "Élise " + i : "p" + i + "@example.com";
      lines.add(email + ",Name " + i);
    }
    Run.file(folder, "people.csv", lines.toArray(String[]::new));
    assertThat(Run.of(folder, "import", "people.csv").status()).isEqualTo(ExitStatus.PROBLEMS);
  }

  @Test
  void failedRecordsAreShownThoughTheInputIsGone() throws Exception {
    Files.delete(folder.resolve("people.csv"));
    List<String> lines = report("--outcome", "failed", "--limit", "2");
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .contains("\"index\":42,", "\"line\":44,", "\"value\":\"Élise 42\"")
        .contains("data-error");
    assertThat(report("--outcome", "failed", "--limit", "2", "--after", "142").get(0))
        .contains("\"index\":242,");
  }

  @Test
  void codeLineAndTextFindTheirRecords() {
    assertThat(report("--code", "data-error")).hasSize(12);
    assertThat(report("--line", "102")).hasSize(1).first().asString().contains("\"index\":100,");
    assertThat(report("--text", "éLISE 1142")).hasSize(1);
    assertThat(report("--text", "name 542")).as("another cell of a failed record").hasSize(1);
    assertThat(report("--text", "name 543")).as("a record that did not fail").isEmpty();
    assertThat(report("--outcome", "inserted", "--code", "data-error")).isEmpty();
    assertThat(report("--outcome", "inserted")).hasSize(1188);
    assertThat(Run.of(folder, "imports", "report", "imp", "--code", "nonsense").status())
        .isEqualTo(ExitStatus.REFUSED);
  }

  @Test
  void aTableOfSomeNamesTheColumns() {
    Run run = Run.of(folder, "imports", "report", "imp", "some.csv", "--outcome", "failed");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(folder.resolve("some.csv"))
        .content()
        .hasLineCount(13)
        .contains("data-error, column 1 (email): ");
  }

  @Test
  void importsAreListedByStateAndTime() {
    assertThat(list("--state", "completed")).hasSize(2);
    assertThat(list("--state", "cancelled")).hasSize(1);
    assertThat(list("--state", "completed", "--state", "paused", "--since", "1d")).hasSize(2);
    assertThat(list("--since", "2100-01-01")).containsExactly("There is no such import.");
    assertThat(list("--limit", "0")).hasSize(1);
    assertThat(list("--state", "ready").size()).isZero();
  }

  private List<String> list(String... words) {
    return words("imports list", words).out().lines().toList();
  }

  private List<String> report(String... words) {
    Run run = words("imports report imp", words);
    assertThat(run.status()).as(run.err()).isZero();
    return run.out().lines().toList();
  }

  private Run words(String command, String... words) {
    List<String> all = new ArrayList<>(List.of(command.split(" ")));
    all.addAll(List.of(words));
    return Run.of(folder, all.toArray(String[]::new));
  }
}
