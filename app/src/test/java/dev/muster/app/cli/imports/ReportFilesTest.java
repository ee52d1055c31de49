package dev.muster.app.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.app.cli.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportFilesTest {

  @TempDir Path folder;

  @BeforeEach
  void writeInput() throws Exception {
    Run.file(
        folder,
        "users.csv",
        "username key;first_name;email",
        "ada;Ada;ada@example.com",
        "bob;\"Bob \"\"B\"\"\";bad");
  }

  @Test
  void rejectsAreInTheirOwnFormatWithAReasonForTheirOwnerOnly() throws Exception {
    Run run = Run.of(folder, "import", "users.csv", "--rejects", "again.csv");

    assertThat(run.out()).contains("The failed record is in again.csv");
    assertThat(PosixFilePermissions.toString(permissions("again.csv"))).isEqualTo("rw-------");
    assertThat(Files.readString(folder.resolve("again.csv")))
        .contains("@reject-reason;username key;first_name;email")
        .contains("data-error, column 3 (email): Enter a valid email address.");
  }

  private java.util.Set<java.nio.file.attribute.PosixFilePermission> permissions(String name)
      throws Exception {
    return Files.getPosixFilePermissions(folder.resolve(name));
  }

  @Test
  void mendedRejectsCompleteTheImport() throws Exception {
    assertThat(Run.of(folder, "import", "users.csv", "--rejects", "again.csv").status())
        .isEqualTo(1);
    Path again = folder.resolve("again.csv");
    Files.writeString(again, Files.readString(again).replace(";bad\n", ";bob@example.com\n"));

    assertThat(Run.of(folder, "import", "again.csv").status()).isZero();
    assertThat(Run.of(folder, "users", "count").out()).isEqualTo("2\n");
  }

  @Test
  void whereNothingFailedThereIsNoFileOfRejects() throws Exception {
    Run.file(folder, "good.csv", "username key", "ada");

    Run run = Run.of(folder, "import", "good.csv", "--rejects", "again.csv");

    assertThat(run.out()).contains("No record failed, so again.csv was not written");
    assertThat(folder.resolve("again.csv")).doesNotExist();
  }

  @Test
  void aReportIsLinesOfJsonOrATableByItsName() throws Exception {
    assertThat(Run.of(folder, "import", "users.csv", "--report", "r.ndjson").status()).isEqualTo(1);
    assertThat(Files.readAllLines(folder.resolve("r.ndjson")))
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"index\":") && line.contains("\"cells\":["));

    assertThat(Run.of(folder, "import", "users.csv", "--report", "r.csv").status()).isEqualTo(1);
    assertThat(Files.readAllLines(folder.resolve("r.csv")))
        .hasSize(3)
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).endsWith(",changes,login").startsWith("index,line,outcome,"),
            line -> assertThat(line).contains("updated").endsWith(",ada"),
            line -> assertThat(line).contains("failed").endsWith(","));
  }

  @Test
  void anOlderFileIsReplacedAndNothingElseIsLeft() throws Exception {
    Files.writeString(folder.resolve("r.csv"), "old");

    assertThat(Run.of(folder, "import", "users.csv", "--report", "r.csv").status()).isEqualTo(1);

    assertThat(Files.readString(folder.resolve("r.csv"))).startsWith("index,");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.contains("unfinished"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--report, r.txt, a report's file name ends in",
    "--report, gone/r.csv, there is no folder",
    "--rejects, gone/r.csv, there is no folder",
    "--rejects, ., is a directory",
    "--rejects, users.csv, names the input itself",
  })
  void whatCannotBeWrittenIsRefusedBeforeAnythingIsDone(
      String option, String file, String message) {
    Run run = Run.of(folder, "import", "users.csv", option, file);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(folder.resolve("muster.db")).doesNotExist();
  }

  /** Where even the superuser, to whom every folder looks writable, can make none. */
  @Test
  void aFolderThatTakesNoFilesIsFoundOutBeforeAnythingIsDone() {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")));

    Run run = Run.of(folder, "import", "users.csv", "--report", "/proc/x.ndjson");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "muster: --report: no file can be made in the folder /proc: name one elsewhere\n");
    assertThat(folder.resolve("muster.db")).doesNotExist();
  }

  @Test
  void reportAndRejectsAreTwoFiles() {
    assertThat(
            Run.of(folder, "import", "users.csv", "--report", "r.csv", "--rejects", "./r.csv")
                .err())
        .contains("name the same file");
  }

  @Test
  void aFileThatFillsUpLeavesTheImportDoneAndSaysHowToWriteItAgain() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));

    Run run = Run.of(folder, "import", "users.csv", "--rejects", full.toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .contains("the import is done, but /dev/full could not be written: ")
        .contains(". Mend that, or name another file, and write it with: ")
        .doesNotContain("..")
        .contains("muster imports rejects imp_");
    assertThat(Run.of(folder, "users", "count").out()).isEqualTo("1\n");
  }
}
