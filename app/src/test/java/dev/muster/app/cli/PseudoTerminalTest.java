package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.app.ChildJvm;
import dev.muster.app.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands in processes of their own, at a terminal of the operating system. */
class PseudoTerminalTest {

  private static final int RECORDS = 150_000;
  private static final String CTRL_C = "\u0003";
  private static final String HANG_UP = "hang up";
  private static final String PROGRESS = "importing";

  @TempDir private Path folder;

  @BeforeEach
  void requirePython() throws Exception {
    Process python =
        new ProcessBuilder("python3", "-c", "import pty, os; os.waitstatus_to_exitcode")
            .redirectErrorStream(true)
            .start();
    assumeTrue(python.waitFor() == 0, "Python 3.9 is on this machine");
  }

  private void writeInput() throws IOException {
    List<String> lines = new ArrayList<>(RECORDS);
    for (int i = 0; i < RECORDS; i++) {
      lines.add("{\"email\":\"user" + i + "@example.com\"}");
    }
    Files.write(folder.resolve("users.ndjson"), lines);
  }

  /** Types keys once a text was shown. */
  private Run atTerminal(String text, String keys, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "python3",
                Path.of(PseudoTerminalTest.class.getResource("/terminal.py").toURI()).toString(),
                text,
                keys,
                "--"));
    command.addAll(ChildJvm.command(Main.class, arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String shown = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), shown, "");
  }

  private void assertResumable(Run run) {
    assertThat(Run.of(folder, "imports", "list").out()).as(run.out()).contains("interrupted");
    assertThat(Run.of(folder, "db", "check").status()).isZero();
    Run resumed =
        Run.of(folder, "import", "users.ndjson", "--identifier", "email", "--resume", "--quiet");
    assertThat(resumed.status()).as(resumed.err()).isZero();
    assertThat(Run.of(folder, "users", "count").out().strip()).isEqualTo(RECORDS + "");
    assertThat(Run.of(folder, "imports", "list").out().lines()).hasSize(2);
  }

  @Test
  void ctrlCStopsAnImportThatCanBeResumed() throws Exception {
    writeInput();

    Run run = atTerminal(PROGRESS, CTRL_C, "import", "users.ndjson", "--identifier", "email");

    assertThat(run.status()).as(run.out()).isEqualTo(130);
    assertThat(run.out()).contains("\r").contains("are done and stay. Resume it with:");
    assertResumable(run);
  }

  @Test
  void aTerminalThatGoesAwayStopsAnImportThatCanBeResumed() throws Exception {
    writeInput();

    Run run = atTerminal(PROGRESS, HANG_UP, "import", "users.ndjson", "--identifier", "email");

    assertThat(run.status()).as(run.out()).isNotZero().isNotEqualTo(99);
    assertResumable(run);
  }

  /** Ctrl-C ends the original with 0. A terminal that goes away may end a process by its signal. */
  @ParameterizedTest
  @ValueSource(strings = {CTRL_C, HANG_UP})
  void aQuestionThatIsNotAnsweredImportsNothing(String keys) throws Exception {
    Run.of(folder, "realms", "create", "staff");

    Run run =
        atTerminal("staff", keys, "users", "import", "-u", "[{\"email\":\"jo@example.com\"}]");

    assertThat(run.status()).as(run.out()).isIn(0, keys.equals(HANG_UP) ? 129 : 0);
    assertThat(Run.of(folder, "users", "count").out().strip()).isEqualTo("0");
  }
}
