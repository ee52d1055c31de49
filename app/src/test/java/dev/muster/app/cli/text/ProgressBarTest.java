package dev.muster.app.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressBarTest {

  private static final int COLUMNS = 40;

  @TempDir Path folder;

  /** A terminal that tells when something was painted. */
  private static final class Screen extends Writer {
    private final StringBuilder text = new StringBuilder();
    private final CountDownLatch painted = new CountDownLatch(1);

    @Override
    public synchronized void write(char[] characters, int offset, int length) {
      text.append(characters, offset, length);
    }

    @Override
    public synchronized void flush() {
      if (text.length() > 0) {
        painted.countDown();
      }
    }

    @Override
    public void close() {}

    synchronized String text() {
      return text.toString();
    }
  }

  @Test
  void whereNobodyWatchesNothingIsPainted() {
    Screen screen = new Screen();
    try (ProgressBar bar = new ProgressBar(new PrintWriter(screen), false, COLUMNS)) {
      bar.done(5);
    }
    assertThat(screen.text()).isEmpty();
  }

  @Test
  void theLineFitsAndIsGoneAtTheEnd() throws Exception {
    Screen screen = new Screen();
    try (ProgressBar bar = new ProgressBar(new PrintWriter(screen), true, COLUMNS)) {
      bar.surveying(input());
      assertThat(screen.painted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    String[] paints = screen.text().split("\r\033\\[K", -1);
    assertThat(paints).allMatch(line -> line.length() < COLUMNS);
    assertThat(paints[1]).startsWith("checking ").contains("0%");
    assertThat(paints[paints.length - 1]).isEmpty();
  }

  @Test
  void aMessageHasALineOfItsOwn() throws Exception {
    Screen screen = new Screen();
    try (ProgressBar bar = new ProgressBar(new PrintWriter(screen), true, COLUMNS)) {
      bar.surveying(input());
      assertThat(screen.painted.await(10, TimeUnit.SECONDS)).isTrue();
      bar.say("muster: hello");
    }

    assertThat(screen.text()).contains("\r\033[Kmuster: hello\n");
  }

  private InputFile input() throws IOException {
    try {
      return InputFile.at(
          Files.writeString(folder.resolve("users.csv"), "a"), InputLimits.DEFAULTS);
    } catch (dev.muster.problem.InputRefused e) {
      throw new AssertionError(e);
    }
  }
}
