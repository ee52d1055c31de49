package dev.muster.app.cli.text;

import dev.muster.app.tempfile.SpooledBytes;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Buffers lines to be printed later, or not at all: in memory or, if there are many, in a temporary
 * file that only this account can read. For one thread.
 */
final class Spool implements Closeable {

  private final SpooledBytes lines = new SpooledBytes("lines");

  void line(String text) {
    try {
      byte[] line = (text + "\n").getBytes(StandardCharsets.UTF_8);
      lines.add(line, 0, line.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Moves all lines of another spool to this one. */
  void take(Spool other) {
    try (InputStream taken = other.lines.read()) {
      taken.transferTo(lines.output());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    other.clear();
  }

  /** Writes all lines. */
  void writeTo(Writer writer) throws IOException {
    try (InputStreamReader text = new InputStreamReader(lines.read(), StandardCharsets.UTF_8)) {
      text.transferTo(writer);
    }
  }

  void clear() {
    try {
      lines.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    clear();
  }
}
