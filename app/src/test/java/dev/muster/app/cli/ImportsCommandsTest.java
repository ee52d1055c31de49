package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.value.Struct;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportsCommandsTest {

  @TempDir Path folder;
  private String id = "";
  private Struct document = Struct.EMPTY;

  @BeforeEach
  void importAFile() throws Exception {
    Run.file(folder, "users.csv", "username key,email", "ada,ada@example.com", "bob,bad");
    document = Run.of(folder, "import", "users.csv", "--json").document();
    id = String.valueOf(document.text("id"));
  }

  @Test
  void showGivesTheSameDocumentAgain() {
    assertThat(Run.of(folder, "imports", "show", id, "--json").document()).isEqualTo(document);
  }

  @Test
  void showGivesTheSameSummaryAgain() {
    Run run = Run.of(folder, "imports", "show", id);

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("Imported ")
        .contains("data-error: 1 record, line 3")
        .contains("column 2 (email): ")
        .contains(", completed")
        .contains("muster imports rejects " + id + " rejects.csv");
  }

  @Test
  void theBeginningOfAnIdIsEnough() {
    assertThat(Run.of(folder, "imports", "show", id.substring(0, 8)).status()).isZero();
    assertThat(Run.of(folder, "imports", "show", id.substring(4, 9)).status()).isZero();
    assertThat(Run.of(folder, "imports", "show", "imp_u").err()).contains("muster imports list");
    assertThat(Run.of(folder, "import", "users.csv").status()).isEqualTo(1);
    assertThat(Run.of(folder, "imports", "show", "imp").err()).contains("more than one import");
  }

  @Test
  void theListHasTheLatestFirst() {
    assertThat(Run.of(folder, "import", "users.csv", "--dry-run").status()).isEqualTo(1);

    Run list = Run.of(folder, "imports", "list");
    assertThat(list.out().lines()).hasSize(3);
    assertThat(list.out().lines().toList().get(1)).contains("  dry run  ");
    assertThat(Run.of(folder, "imports", "list", "--json").out().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"id\":\"imp_") && line.contains("\"summary\":{"));
  }

  @Test
  void theReportGoesToStandardOutputOrToAFile() throws Exception {
    assertThat(Run.of(folder, "imports", "report", id).out().lines())
        .hasSize(2)
        .allMatch(line -> line.contains("\"cells\":["));
    assertThat(Run.of(folder, "imports", "report", id, "r.csv").status()).isZero();
    assertThat(Files.readAllLines(folder.resolve("r.csv"))).hasSize(3);
    assertThat(Run.of(folder, "imports", "report", id, "r.doc").status()).isEqualTo(2);
  }

  @Test
  void theRejectsGoToStandardOutputOrToAFile() throws Exception {
    Run shown = Run.of(folder, "imports", "rejects", id);
    assertThat(shown.out()).contains("@reject-reason,username key,email").contains(",bob,bad");
    assertThat(shown.err()).isEmpty();
    assertThat(shown.status()).isZero();
    assertThat(Run.of(folder, "imports", "rejects", id, "again.csv").out())
        .contains("1 failed record written to again.csv");
    assertThat(folder.resolve("again.csv")).exists();
  }

  @Test
  void withoutItsInputAnImportIsShownWithoutItsRecords() throws Exception {
    Files.delete(folder.resolve("users.csv"));

    assertThat(Run.of(folder, "imports", "show", id, "--json").out())
        .doesNotContain("\"cells\":[")
        .contains("\"code\":\"data-error\"")
        .contains("\"column\":2");
    Run rejects = Run.of(folder, "imports", "rejects", id);
    assertThat(rejects.err()).contains("the input is gone or has changed").contains("--config");
    assertThat(rejects.status()).isZero();
    assertThat(rejects.out()).startsWith("{\"cells\":[\"bob\",\"bad\"],\"@reject-reason\":");
  }

  @Test
  void whereNothingFailedThereAreNoRejects() throws Exception {
    Run.file(folder, "good.csv", "username key", "eve");
    String good =
        String.valueOf(Run.of(folder, "import", "good.csv", "--json").document().text("id"));

    Run run = Run.of(folder, "imports", "rejects", good, "again.csv");

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("nothing to write");
    assertThat(folder.resolve("again.csv")).doesNotExist();
  }
}
