package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands print that run at night: cron mails whatever they print. */
class QuietTest {

  @TempDir Path folder;

  @BeforeEach
  void writeInputs() throws Exception {
    Run.file(folder, "good.csv", "username key,email", "ada,ada@example.com");
    Run.file(folder, "bad.csv", "username key,email", "ada,ada@example.com", "eve,bad");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " --dry-run", " --atomic", " --rejects r.csv --report r.ndjson"})
  void aQuietImportPrintsNothingIfAllIsWell(String more) {
    Run run = Run.of(folder, ("import good.csv --quiet" + more).split(" "));

    assertThat(run.status()).isZero();
    assertThat(run.out() + run.err()).isEmpty();
  }

  @Test
  void aQuietImportTellsProblems() {
    Run run = Run.of(folder, "import", "bad.csv", "--quiet", "--rejects", "r.csv");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("data-error", "The failed record is in r.csv");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aQuietImportTellsWhyItIsRefused() {
    Run run = Run.of(folder, "import", "none.csv", "--quiet");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("there is no such file");
  }

  @Test
  void othersAreQuietToo() {
    assertThat(Run.of(folder, "import", "good.csv", "--quiet").status()).isZero();

    for (String words :
        new String[] {"db check --quiet", "imports prune --older-than 1d --quiet"}) {
      Run run = Run.of(folder, words.split(" "));
      assertThat(run.status()).as(words).isZero();
      assertThat(run.out() + run.err()).as(words).isEmpty();
    }
  }

  @Test
  void theRejectsOfAnEarlierImportAreRemoved() {
    assertThat(Run.of(folder, "import", "bad.csv", "--rejects", "r.csv").status()).isEqualTo(1);
    Run dry = Run.of(folder, "import", "good.csv", "--rejects", "r.csv", "--dry-run");
    assertThat(dry.out()).contains("No record failed, so r.csv was not written.");
    assertThat(folder.resolve("r.csv")).exists();

    Run run = Run.of(folder, "import", "good.csv", "--rejects", "r.csv");

    assertThat(run.out()).contains("No record failed, so r.csv of an earlier import was removed.");
    assertThat(folder.resolve("r.csv")).doesNotExist();
    assertThat(Run.of(folder, "import", "good.csv", "--rejects", "r.csv").out())
        .contains("No record failed, so r.csv was not written.");
  }

  @Test
  void aFileThatIsNoneOfRejectsStays() throws Exception {
    Files.writeString(folder.resolve("o.txt"), "precious");
    assertThat(Run.of(folder, "import", "good.csv", "--rejects", "o.txt").status()).isZero();
    assertThat(folder.resolve("o.txt")).hasContent("precious");

    Run.of(folder, "import", "bad.csv", "--realm", "default");
    Run rejects = Run.of(folder, "imports", "rejects", "imp", "o.txt");
    assertThat(rejects.status()).isEqualTo(2);
    assertThat(rejects.err()).contains("o.txt exists and is no file of rejects");
    assertThat(folder.resolve("o.txt")).hasContent("precious");
  }

  @Test
  void aDeviceIsNotRemoved() {
    assertThat(Run.of(folder, "import", "good.csv", "--rejects", "/dev/null").status()).isZero();
    assertThat(Files.exists(Path.of("/dev/null"))).isTrue();
  }
}
