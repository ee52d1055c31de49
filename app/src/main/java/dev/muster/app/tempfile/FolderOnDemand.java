package dev.muster.app.tempfile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A temporary folder that is created at its first use. Thread-safe. */
public final class FolderOnDemand implements Closeable {

  private final Path where;
  private final String purpose;
  private @Nullable TemporaryFolder folder;

  /**
   * Creates nothing yet.
   *
   * @param where the folder that will contain it
   * @param purpose a word that becomes part of its name
   */
  public FolderOnDemand(Path where, String purpose) {
    this.where = where;
    this.purpose = purpose;
  }

  /** The folder. */
  public synchronized TemporaryFolder get() throws IOException {
    TemporaryFolder made = folder;
    if (made == null || made.isGone()) { // by a program that clears temporary folders
      made = TemporaryFolder.make(where, purpose);
      folder = made;
    }
    return made;
  }

  /** Deletes the folder, if it was created. If that fails, a later process does it. */
  @Override
  public synchronized void close() {
    try {
      if (folder != null) {
        folder.close();
      }
    } catch (IOException e) {
      // TemporaryFolder removes what dead processes leave
    }
    folder = null;
  }
}
