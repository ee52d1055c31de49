package dev.muster.app.tempfile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/**
 * Keeps bytes to be read later, or not at all: in memory or, from 1 MiB on, in a temporary file
 * that only this account can read. For one thread.
 */
public final class SpooledBytes implements Closeable {

  private static final int IN_MEMORY = 1 << 20;

  private static final String FILE = "spooled";

  private final String purpose;
  private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable TemporaryFolder folder;
  private @Nullable OutputStream file;

  /**
   * No bytes.
   *
   * @param purpose a word that becomes part of the temporary folder's name
   */
  public SpooledBytes(String purpose) {
    this.purpose = purpose;
  }

  /** Adds what is written to it. Closing it has no effect. */
  public OutputStream output() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        add(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        add(bytes, offset, length);
      }
    };
  }

  /** Adds bytes. */
  public void add(byte[] bytes, int offset, int length) throws IOException {
    if (file != null) {
      file.write(bytes, offset, length);
      return;
    }
    memory.write(bytes, offset, length);
    if (memory.size() > IN_MEMORY) {
      folder = TemporaryFolder.make(purpose);
      file = Files.newOutputStream(folder.file(FILE));
      memory.writeTo(file);
      memory.reset();
    }
  }

  /** Reads the bytes so far. */
  public InputStream read() throws IOException {
    if (file != null && folder != null) {
      file.flush();
      return Files.newInputStream(folder.file(FILE));
    }
    return new ByteArrayInputStream(memory.toByteArray());
  }

  /** Forgets all bytes; more can be added. */
  public void clear() throws IOException {
    memory.reset();
    if (file != null) {
      file.close();
      file = null;
    }
    if (folder != null) {
      folder.close();
      folder = null;
    }
  }

  /** Forgets all bytes. */
  @Override
  public void close() throws IOException {
    clear();
  }
}
