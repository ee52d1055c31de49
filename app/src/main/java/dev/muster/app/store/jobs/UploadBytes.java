package dev.muster.app.store.jobs;

import dev.muster.app.upload.UploadedFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Where a database has the bytes of uploaded files. */
public interface UploadBytes {

  /** See {@link dev.muster.app.upload.Uploads#receive}. */
  Incoming receive(String id, Path bytes);

  Optional<InputStream> open(UploadedFile file);

  Optional<Path> path(UploadedFile file);

  /**
   * Deletes some of the bytes of a file.
   *
   * @return whether some may be left
   */
  boolean deletePortion(long number, String id);

  /** Received bytes. */
  interface Incoming extends Closeable {

    /** Adds the bytes to a new file, in its transaction. */
    void addTo(long number) throws IOException;

    /**
     * Frees what is not needed.
     *
     * @param added whether the file is on record
     */
    void close(boolean added) throws IOException;

    @Override
    default void close() throws IOException {
      close(false);
    }
  }
}
