package dev.muster.app.tempfile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashSet;
import java.util.Set;

/**
 * A folder for files that only this account may read, and that go with it when it is closed. What a
 * killed process leaves behind goes when the next folder is made: in each there is a file that its
 * process keeps locked, and the operating system lets go of the locks of the dead.
 *
 * <p>Thread-safe.
 */
public final class TemporaryFolder implements Closeable {

  private static final String PREFIX = "muster-";

  /** What tells such a folder from others whose names begin alike. */
  private static final String LOCK = ".muster-temporary";

  /**
   * Those of this process. It must not look for leftovers there: to close a file is to lose all
   * locks that the process has on it (POSIX, fcntl).
   */
  private static final Set<Path> OURS = new HashSet<>();

  private final Path path;
  private final FileChannel lock;

  private TemporaryFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * An empty folder, where {@code java.io.tmpdir} says.
   *
   * @param purpose a word of its name
   */
  public static TemporaryFolder make(String purpose) throws IOException {
    return make(Path.of(System.getProperty("java.io.tmpdir")), purpose);
  }

  static TemporaryFolder make(Path where, String purpose) throws IOException {
    synchronized (OURS) {
      while (true) {
        Path path = Files.createTempDirectory(where, PREFIX + purpose + "-");
        removeLeftovers(where, Files.getOwner(path));
        FileChannel lock =
            FileChannel.open(
                path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (isTaken(lock) && Files.exists(path)) {
          OURS.add(path);
          return new TemporaryFolder(path, lock);
        }
        lock.close(); // somebody was faster and took it for a leftover
      }
    }
  }

  private static boolean isTaken(FileChannel lock) {
    try {
      return lock.tryLock() != null;
    } catch (IOException e) {
      return true; // where nothing can be locked, nobody takes anything for a leftover
    }
  }

  /** The path that a file in the folder has, or would have. */
  public Path file(String name) {
    return path.resolve(name);
  }

  /** Removes the folder with all that is in it; the second time, nothing. */
  @Override
  public void close() throws IOException {
    synchronized (OURS) {
      if (lock.isOpen()) {
        try (lock) {
          remove(path);
        } finally {
          OURS.remove(path);
        }
      }
    }
  }

  private static void removeLeftovers(Path where, UserPrincipal owner) {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(where, PREFIX + "*")) {
      for (Path path : found) {
        if (!OURS.contains(path)) {
          removeIfLeft(path, owner);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Who wants a folder has not asked for the others' to be removed.
    }
  }

  /** Leaves alone what has no lock (yet), and what others own: its parts could be exchanged. */
  private static void removeIfLeft(Path path, UserPrincipal owner) {
    Path lock = path.resolve(LOCK);
    try {
      if (Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)
          && owner.equals(Files.getOwner(path, LinkOption.NOFOLLOW_LINKS))) {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
            FileLock held = channel.tryLock()) {
          if (held != null) {
            remove(path);
          }
        }
      }
    } catch (IOException e) {
      // It is being removed by its owner, or its remains have to wait for another time.
    }
  }

  /** The lock goes last: as long as it is there, the rest will be found again. */
  private static void remove(Path path) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        if (!file.endsWith(LOCK)) {
          Files.deleteIfExists(file);
        }
      }
    }
    Files.deleteIfExists(path.resolve(LOCK));
    Files.deleteIfExists(path);
  }
}
