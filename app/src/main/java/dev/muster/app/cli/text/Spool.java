package dev.muster.app.cli.text;

import dev.muster.app.tempfile.TemporaryFolder;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/**
 * Buffers lines to be printed later, or not at all: in memory or, if there are many, in a temporary
 * file that only this account can read. For one thread.
 */
final class Spool implements Closeable {

  private static final int IN_MEMORY = 1 << 20;

  private static final String LINES = "lines";

  private ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable TemporaryFolder folder;
  private @Nullable OutputStream out;

  void line(String text) {
    try {
      OutputStream target = out == null ? memory : out;
      target.write((text + "\n").getBytes(StandardCharsets.UTF_8));
      if (out == null && memory.size() > IN_MEMORY) {
        folder = TemporaryFolder.make("lines");
        out = Files.newOutputStream(folder.file(LINES));
        memory.writeTo(out);
        memory = new ByteArrayOutputStream();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Moves all lines of another spool to this one. */
  void take(Spool other) {
    try (InputStream lines = other.open()) {
      OutputStream target = out == null ? memory : out;
      lines.transferTo(target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    other.clear();
  }

  /** Writes all lines. */
  void writeTo(Writer writer) throws IOException {
    try (InputStreamReader lines = new InputStreamReader(open(), StandardCharsets.UTF_8)) {
      lines.transferTo(writer);
    }
  }

  void clear() {
    memory = new ByteArrayOutputStream();
    close();
  }

  private InputStream open() throws IOException {
    if (out != null && folder != null) {
      out.flush();
      return Files.newInputStream(folder.file(LINES));
    }
    return new java.io.ByteArrayInputStream(memory.toByteArray());
  }

  @Override
  public void close() {
    try {
      if (out != null) {
        out.close();
        out = null;
      }
      if (folder != null) {
        folder.close();
        folder = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
