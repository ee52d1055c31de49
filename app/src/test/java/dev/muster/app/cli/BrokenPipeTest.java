package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.Main;
import dev.muster.app.cli.session.CommandOutput;
import dev.muster.app.cli.session.OutputLost;
import dev.muster.app.cli.session.ProcessEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands whose reader goes away, as head does. */
class BrokenPipeTest {

  private static final int RECORDS = 3000;

  @TempDir Path folder;

  @BeforeEach
  void writeInput() throws IOException {
    List<String> lines = new ArrayList<>(List.of("username key,email"));
    for (int i = 0; i < RECORDS; i++) {
      lines.add("user" + i + (i % 2 == 0 ? ",bad" : ",user" + i + "@example.com"));
    }
    Files.write(folder.resolve("users.csv"), lines);
  }

  /** Runs a command of which nobody reads more than some bytes. */
  private Run unread(int bytes, String message, String... arguments) {
    Pipe out = new Pipe(bytes, message);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Muster.run(
            List.of(arguments),
            ProcessEnvironment.piped(
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(err, true, UTF_8),
                Map.of(),
                folder));
    return new Run(status, Integer.toString(out.refused), err.toString(UTF_8));
  }

  private Run unread(String... arguments) {
    return unread(0, "Broken pipe", arguments);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "users list",
        "users list --json",
        "users count",
        "users show user1",
        "imports list",
        "imports list --json",
        "imports show imp",
        "imports show imp --json",
        "imports report imp",
        "imports rejects imp",
        "db status --json",
        "config print",
        "hash identify --json $1$abcdefgh$G/4O9z7vP3LLG2KVYQHXx.",
        "completion bash",
        "import --help",
        "help",
        "version"
      })
  void aCommandThatIsNotReadEndsInSilence(String words) {
    assertThat(Run.of(folder, "import", "users.csv").status()).isEqualTo(1);

    Run run = unread(words.split(" "));

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(141);
  }

  /** Writers that are closed in try statements write once more, and suppress what that throws. */
  @Test
  void aWriterThatFailsTwiceTellsTheLossOnly() {
    CommandOutput output = new CommandOutput(new Pipe(0, "Broken pipe"));

    assertThatThrownBy(
            () -> {
              try (OutputStream closing = flushedOnClose(output)) {
                closing.write('x');
              }
            })
        .isInstanceOf(OutputLost.class);
  }

  private static OutputStream flushedOnClose(OutputStream output) {
    return new FilterOutputStream(output) {
      @Override
      public void close() throws IOException {
        out.flush();
      }
    };
  }

  @Test
  void nothingIsComputedAfterTheReaderIsGone() {
    assertThat(Run.of(folder, "import", "users.csv").status()).isEqualTo(1);

    Run run = unread(10_000, "Broken pipe", "users", "list");

    assertThat(run.status()).isEqualTo(141);
    assertThat(run.out()).as("writes after the first that failed").isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--json", "--json --details problems", "--diff"})
  void anImportIsDoneAllTheSame(String options) {
    String command = "import users.csv --report report.csv --rejects rejects.csv " + options;

    Run run = unread(command.strip().split(" "));

    assertThat(run.err()).doesNotContain("standard output").doesNotContain("resume");
    assertThat(run.status()).as("that of the import").isEqualTo(1);
    assertThat(Run.of(folder, "imports", "list").out()).contains("completed");
    assertThat(Run.of(folder, "users", "count").out()).isEqualTo(RECORDS / 2 + "\n");
    assertThat(folder.resolve("report.csv")).exists();
    assertThat(folder.resolve("rejects.csv")).exists();
  }

  @Test
  void aRestAuthDocumentIsImportedAllTheSame() throws IOException {
    Files.writeString(folder.resolve("ra.json"), "{\"users\": {\"ada\": {}, \"bob\": {}}}");

    Run run = unread("restauth-import", "ra.json");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(Run.of(folder, "users", "count").out()).isEqualTo("2\n");
  }

  @Test
  void butNotWhenItsGeneratedPasswordsWouldBeLost() throws IOException {
    Files.writeString(folder.resolve("ra.json"), "{\"users\": {\"ada\": {}}}");

    Run run = unread("restauth-import", "ra.json", "--gen-passwords");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("standard output can't be written to");
    assertThat(Run.of(folder, "users", "count").out()).isEqualTo("0\n");
  }

  @Test
  void aFullDiskIsAnErrorAndSaidSo() {
    Run run = unread(0, "No space left on device", "import", "users.csv");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .contains("standard output could not be written to its end (No space left on device)")
        .contains("imports are on record");
    assertThat(Run.of(folder, "imports", "list").out()).contains("completed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"users list --json", "import users.csv --json"})
  void soItIsInAProcess(String words) throws Exception {
    assertThat(Run.of(folder, "import", "users.csv").status()).isEqualTo(1);
    List<String> command =
        new ArrayList<>(
            List.of(
                "sh",
                "-c",
                "read go; exec \"$@\"", // so that the pipe is closed before anything is written
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(words.split(" ")));
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile()).start();
    process.getInputStream().close();
    try (OutputStream go = process.getOutputStream()) {
      go.write("go\n".getBytes(UTF_8));
    }

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(err)).doesNotContain("xception").doesNotContain("standard output");
    assertThat(process.exitValue()).isEqualTo(words.startsWith("import") ? 1 : 141);
  }

  /** A pipe whose reader goes away after some bytes. */
  private static final class Pipe extends OutputStream {
    private final String message;
    private int left;
    private int refused;

    Pipe(int bytes, String message) {
      this.left = bytes;
      this.message = message;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (length > left) {
        refused++;
        throw new IOException(message);
      }
      left -= length;
    }
  }
}
