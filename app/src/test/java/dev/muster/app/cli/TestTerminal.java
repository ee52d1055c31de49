package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.cli.session.Interrupts;
import dev.muster.app.cli.session.ProcessEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jline.terminal.impl.ExternalTerminal;
import org.jspecify.annotations.Nullable;

/** A terminal over pipes, at which somebody types. */
final class TestTerminal {

  /** What Ctrl-C sends. */
  static final String CTRL_C = "\u0003";

  static final String DOWN = "\033[B";

  private final String type;
  private final Screen screen = new Screen();

  /** A terminal of a type, such as xterm or dumb. */
  TestTerminal(String type) {
    this.type = type;
  }

  /**
   * Runs a command at this terminal. The keys are typed when the first question is there; then the
   * terminal is gone.
   */
  Run run(Path folder, String keys, Map<String, String> environment, String... arguments)
      throws IOException {
    PipedOutputStream keyboard = new PipedOutputStream();
    PipedInputStream cable = new PipedInputStream(keyboard, 1 << 16);
    screen.typing(keyboard, keys);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ProcessEnvironment around =
        new ProcessEnvironment(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            environment,
            folder,
            true,
            true,
            false,
            Interrupts.NONE,
            () -> new ExternalTerminal("test", type, cable, screen, UTF_8));
    int status = Muster.run(List.of(arguments), around);
    return new Run(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** Shows what is written, and types when it shows a question. */
  private static final class Screen extends ByteArrayOutputStream {
    private @Nullable OutputStream keyboard;
    private String keys = "";

    synchronized void typing(OutputStream nextKeyboard, String nextKeys) {
      keyboard = nextKeyboard;
      keys = nextKeys;
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      super.write(bytes, offset, length);
      OutputStream to = keyboard;
      if (to != null && new String(bytes, offset, length, UTF_8).contains("?")) {
        keyboard = null;
        try (to) {
          to.write(keys.getBytes(UTF_8));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    @Override
    public synchronized void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }
  }

  /** What was shown, with escape sequences. */
  String screen() {
    return screen.toString(UTF_8);
  }
}
