package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.session.Interrupts;
import dev.muster.app.cli.session.ProcessEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C during {@code users import} into the directory. */
class Auth0InterruptTest {

  private static final int USERS = 100_000;

  @TempDir private Path folder;

  /** Somebody who presses Ctrl-C when the progress bar says that users are imported. */
  private static final class Watcher extends ByteArrayOutputStream implements Interrupts {
    private int status = 130;
    private volatile BooleanSupplier listener = () -> false;
    private boolean pressed;

    @Override
    public Listening listen(BooleanSupplier ask) {
      listener = ask;
      return () -> {};
    }

    @Override
    public void exitWith(int exitStatus) {
      status = exitStatus;
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      super.write(bytes, offset, length);
      if (!pressed && toString(UTF_8).contains("importing")) {
        pressed = true;
        assertThat(listener.getAsBoolean()).as("the import stops cleanly").isTrue();
      }
    }
  }

  private Run run(Watcher watcher) {
    byte[] users =
        IntStream.range(0, USERS)
            .mapToObj(i -> "{\"email\":\"user" + i + "@example.com\"}")
            .collect(Collectors.joining(",", "[", "]"))
            .getBytes(UTF_8);
    ProcessEnvironment around =
        new ProcessEnvironment(
            new ByteArrayInputStream(users),
            new ByteArrayOutputStream(),
            new PrintStream(watcher, true, UTF_8),
            Map.of(),
            folder,
            false,
            false,
            true,
            watcher);
    int status = Muster.run(List.of("users", "import", "-c", "default"), around);
    return new Run(status, "", watcher.toString(UTF_8));
  }

  @Test
  void anInterruptedImportIsResumedByTheSameCommandUnderItsId() {
    Watcher watcher = new Watcher();
    Run broken = run(watcher);
    assertThat(broken.status()).isEqualTo(1);
    assertThat(watcher.status).as("of a process that has started nothing").isZero();
    assertThat(broken.err())
        .containsPattern(
            "Interrupted: [0-9,]+ of 100,000 users of job 'job_\\w{16}' are done and stay; the same"
                + " command with the same users resumes it\\.");
    String id = broken.err().replaceAll("(?s).*(job_\\w{16}).*", "$1");

    Watcher patient = new Watcher();
    patient.pressed = true;
    Run resumed = run(patient);
    assertThat(resumed.status()).isZero();
    assertThat(resumed.err()).contains(id).doesNotContain("failed");
    assertThat(Run.of(folder, "users", "count").out().strip()).isEqualTo("100000");
  }
}
