package dev.muster.app.store;

import dev.muster.apply.StoreUnavailable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs somebody is at work on: one locked byte each in a file beside the database. The
 * operating system frees the lock of a process that dies, however it dies, so that its job can be
 * resumed at once.
 */
final class JobLocks implements Closeable {

  private final Path file;
  private @Nullable FileChannel channel;

  JobLocks(Path file) {
    this.file = file;
  }

  Optional<Closeable> hold(long jobNumber) {
    try {
      if (channel == null) {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      }
      FileLock lock = channel.tryLock(jobNumber, 1, false);
      return lock == null ? Optional.empty() : Optional.of(lock::release);
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StoreUnavailable(
          "the lock file " + file + " can't be used: " + e.getMessage(),
          "Make its folder writable for this account, on a file system that has locks.",
          e);
    }
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
