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
import java.util.concurrent.atomic.AtomicLong;

/**
 * A temporary folder that only this account may read. It is deleted on close. Each folder contains
 * a file that its process keeps locked; the operating system releases the lock when the process
 * dies. Folders of dead processes are deleted when the next folder is created.
 *
 * <p>Thread-safe.
 */
public final class TemporaryFolder implements Closeable {

  private static final String PREFIX = "muster-";

  /** The lock file, which also distinguishes these folders from others with a similar name. */
  private static final String LOCK = ".muster-temporary";

  /**
   * The folders of this process. They must not be checked for leftovers: closing a file releases
   * all locks that the process has on it (POSIX, fcntl).
   */
  private static final Set<Path> OURS = new HashSet<>();

  private final Path path;
  private final FileChannel lock;
  private final AtomicLong files = new AtomicLong();

  private TemporaryFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Creates an empty folder in {@code java.io.tmpdir}, and deletes leftovers of dead processes.
   *
   * @param purpose a word that becomes part of its name
   */
  public static TemporaryFolder make(String purpose) throws IOException {
    return make(Path.of(System.getProperty("java.io.tmpdir")), purpose);
  }

  /**
   * Creates an empty folder in another one, and deletes leftovers of dead processes there.
   *
   * @param purpose a word that becomes part of its name
   */
  public static TemporaryFolder make(Path where, String purpose) throws IOException {
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
        lock.close(); // another process deleted it as a leftover before it was locked
      }
    }
  }

  private static boolean isTaken(FileChannel lock) {
    try {
      return lock.tryLock() != null;
    } catch (IOException e) {
      return true; // without lock support, no process considers a folder a leftover
    }
  }

  /** The path of a file in the folder, which need not exist. */
  public Path file(String name) {
    return path.resolve(name);
  }

  /** The path of a file in the folder, which does not exist yet; each call returns another one. */
  public Path newFile() {
    return path.resolve("file-" + files.incrementAndGet());
  }

  /** Whether the folder, or the file that shows whose it is, was deleted by another program. */
  boolean isGone() {
    return !Files.isRegularFile(path.resolve(LOCK));
  }

  /** Deletes the folder with its contents. Has no effect the second time. */
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
      // failing to delete leftovers must not make the caller fail
    }
  }

  /**
   * Deletes a leftover folder. Skips folders without a lock file, which may be just being created,
   * and folders of other accounts, who could replace its parts by links.
   */
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
      // its owner is deleting it, or a later call will
    }
  }

  /** Deletes the lock file last, so that an incompletely deleted folder is found again. */
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
