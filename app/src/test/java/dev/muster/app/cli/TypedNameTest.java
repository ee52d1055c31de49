package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.session.Interrupts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that are printed for copying begin with what was typed to call the program. */
class TypedNameTest {

  @TempDir Path folder;

  private Run run(String typed, String... words) {
    return Run.in(folder, new byte[0], Map.of("MUSTER_COMMAND", typed), Interrupts.NONE, words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bin/muster", "/opt/muster/bin/muster", "muster", "./muster"})
  void theSummaryNamesTheNextCommand(String typed) throws Exception {
    Run.file(folder, "a.csv", "username key", "ada");
    assertThat(run(typed, "import", "a.csv").out()).contains("\nNext: " + typed + " users list");
  }

  @Test
  void aNameWithASpaceIsQuotedForTheShell() throws Exception {
    Run.file(folder, "a.csv", "username key", "ada");
    assertThat(run("/opt/my tools/muster", "import", "a.csv").out())
        .contains("Next: '/opt/my tools/muster' users list");
  }

  @ParameterizedTest
  @CsvSource({
    "import --foo, see bin/muster import --help",
    "users shw, see bin/muster users --help",
    "import a.csv --realm staff, Make it with: bin/muster realms create staff",
    "users count --realm staff, Make it with: bin/muster realms create staff",
    "imports show imp_none, see bin/muster imports list",
    "token revoke x, bin/muster journal --action token",
    "hash identify x, bin/muster hash solve --help"
  })
  void messagesNameIt(String words, String command) throws Exception {
    Run.file(folder, "a.csv", "username key", "ada");
    assertThat(Run.of(folder, "db", "migrate").status()).isZero();
    Run run = run("bin/muster", words.split(" "));
    assertThat(run.err() + run.out()).contains(command);
  }

  @Test
  void databaseAndSettingsAreRepeated() throws Exception {
    Run.file(folder, "a.csv", "username key", "ada");
    Run.file(folder, "x.yml", "{}");
    Run run = run("bin/muster", "import", "a.csv", "--db", "sqlite:x.db", "--config", "x.yml");
    assertThat(run.out())
        .contains(
            "Next: bin/muster users list --db sqlite:"
                + folder.resolve("x.db")
                + " --config "
                + folder.resolve("x.yml"));
  }

  @Test
  void aCommandForAnyFolderHasAnAbsolutePath() throws Exception {
    Files.writeString(folder.resolve("a.csv"), "username key\nada\n");
    assertThat(run("bin/muster", "import", "a.csv").status()).isZero();
    String id =
        run("bin/muster", "imports", "list").out().lines().toList().get(1).split(" ", -1)[0];
    assertThat(run("bin/muster", "imports", "resume", id).err())
        .contains("is finished: see bin/muster imports show " + id);
  }
}
