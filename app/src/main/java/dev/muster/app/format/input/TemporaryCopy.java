package dev.muster.app.format.input;

import dev.muster.app.tempfile.OwnerOnly;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A temporary file with the bytes of a stream. It is deleted on close.
 *
 * @param digest SHA-256 of the bytes, computed as they were copied
 */
record TemporaryCopy(String digest, Closeable removal) implements Closeable {

  /**
   * Copies a stream.
   *
   * @param file does not exist yet
   * @param removal deletes the file
   */
  static TemporaryCopy make(InputStream in, Path file, Closeable removal) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                OwnerOnly.file());
        OutputStream out = Channels.newOutputStream(channel)) {
      return new TemporaryCopy(InputDigest.copy(in, out), removal);
    }
  }

  @Override
  public void close() throws IOException {
    removal.close();
  }
}
