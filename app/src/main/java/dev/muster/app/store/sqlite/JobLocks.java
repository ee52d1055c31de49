package dev.muster.app.store.sqlite;

import dev.muster.apply.StoreUnavailable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Locks of jobs in a SQLite directory, as byte-range locks on a file beside it. The operating
 * system releases the locks of a process that dies, so its jobs can be resumed at once.
 *
 * <p>A job's holder locks two bytes. Claiming a job tries the first byte. {@link #isHeld} tries
 * only the second, so it never makes a concurrent claim fail.
 *
 * <p>A process must have at most one instance for a file: POSIX systems drop all locks of a process
 * on a file when the process closes any descriptor of it. Thread-safe.
 */
public final class JobLocks implements Closeable {

  /** Distance from a job's first byte to its second one. */
  private static final long SECOND = 1L << 62;

  private final Path file;
  private final Map<Long, Held> held = new HashMap<>();
  private @Nullable FileChannel channel;

  public JobLocks(Path file) {
    this.file = file;
  }

  /** The locks of a held job. */
  private record Held(FileLock first, FileLock second) {}

  /** Claims a job until the result is closed; empty if it is held already. */
  public synchronized Optional<Closeable> hold(long job) {
    if (held.containsKey(job)) {
      return Optional.empty();
    }
    try {
      FileChannel locks = channel();
      FileLock first = locks.tryLock(job, 1, false);
      if (first == null) {
        return Optional.empty();
      }
      // waits at most for a concurrent isHeld
      Held locked = new Held(first, locks.lock(SECOND + job, 1, false));
      held.put(job, locked);
      return Optional.of(() -> release(job, locked));
    } catch (NonWritableChannelException e) {
      throw unusable(new IOException("it is read-only", e));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private synchronized void release(long job, Held locked) throws IOException {
    if (held.remove(job, locked)) {
      locked.second.release();
      locked.first.release();
    }
  }

  /** Whether this process or another one holds a job. */
  public synchronized boolean isHeld(long job) {
    if (held.containsKey(job)) {
      return true;
    }
    if (channel == null && Files.notExists(file)) {
      return false;
    }
    try {
      FileLock look = channel().tryLock(SECOND + job, 1, true);
      if (look == null) {
        return true;
      }
      look.release();
      return false;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** The file; for an account that may not write it, a channel that can only look at locks. */
  private FileChannel channel() throws IOException {
    if (channel == null) {
      boolean readOnly = Files.exists(file) && !Files.isWritable(file);
      channel =
          readOnly
              ? FileChannel.open(file, StandardOpenOption.READ)
              : FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
    }
    return channel;
  }

  private StoreUnavailable unusable(IOException e) {
    return new StoreUnavailable(
        "the lock file " + file + " can't be used: " + e.getMessage(),
        "Make its folder writable for this account, on a file system that has locks.",
        e);
  }

  /** Releases all locks. */
  @Override
  public synchronized void close() {
    held.clear();
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } finally {
      channel = null;
    }
  }
}
