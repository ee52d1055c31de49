package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells that a program wrote in place of something else are warned about, with the remedy. */
class SuspectCellsTest {

  @TempDir private Path folder;

  @Test
  void wordsForNoValueAreStoredWithAWarningAndCanBeMapped() throws Exception {
    Run.file(folder, "a.csv", "email,first_name,last_name", "ann@example.org,NULL,Bell");

    Run run = Run.of(folder, "import", "a.csv");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("column 2 (first_name): \"NULL\" is stored as text; if it stands for no value,")
        .contains("values: {'NULL': ''}");
    Run.file(
        folder,
        "m.yml",
        "columns:",
        "  email: email",
        "  first_name: {to: first_name, values: {'NULL': ''}}",
        "  last_name: last_name");
    Run mapped = Run.of(folder, "import", "a.csv", "--map", "m.yml");
    assertThat(mapped.status()).as(mapped.err()).isZero();
    assertThat(mapped.out()).doesNotContain("Warnings");
    assertThat(Run.of(folder, "users", "show", "ann@example.org", "--json").out())
        .doesNotContain("NULL", "given_name");
  }

  @Test
  void theyAreCountedOnce() throws Exception {
    Run.file(
        folder,
        "a.csv",
        "email,first_name",
        "ann@example.org,#N/A",
        "bob@example.org,#N/A",
        "cat@example.org,Cat");

    assertThat(Run.of(folder, "import", "a.csv").out())
        .containsOnlyOnce("\"#N/A\" is an error of a spreadsheet")
        .contains("    2 records, lines 2 and 3\n");
  }

  @Test
  void idsThatLostTheirDigitsAreTold() throws Exception {
    Run.file(
        folder,
        "a.csv",
        "_source_name,_source_id,email",
        "hr,4.47E+11,ann@example.org",
        "hr,447000000001,bob@example.org");

    assertThat(Run.of(folder, "import", "a.csv").out())
        .contains("column 2 (_source_id): \"4.47E+11\" seems to be a number of which");
  }
}
