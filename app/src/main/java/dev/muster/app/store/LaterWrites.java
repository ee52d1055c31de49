package dev.muster.app.store;

import java.io.Closeable;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Writes that go on while their caller makes the next ones: an import decides on a chunk while the
 * one before it is being stored. They are done in order, by one thread of their own, and memory
 * holds two at the most. For one caller.
 */
final class LaterWrites implements Closeable {

  private @Nullable ExecutorService writer;
  private @Nullable Future<?> last;
  private volatile @Nullable Thread thread;

  /** Takes a write; waits while the one before it is not done, and fails as that one did. */
  void add(Write write) throws SQLException {
    settle();
    if (writer == null) {
      writer = Executors.newSingleThreadExecutor(this::daemon);
    }
    last =
        writer.submit(
            () -> {
              write.run();
              return true;
            });
  }

  /**
   * Waits for what was taken.
   *
   * @throws SQLException if the last write failed; it is told once
   */
  void settle() throws SQLException {
    Future<?> write = last;
    if (write == null || Thread.currentThread() == thread) {
      return;
    }
    last = null;
    boolean interrupted = false;
    while (true) {
      try {
        write.get();
        break;
      } catch (InterruptedException e) {
        interrupted = true; // a write can't be left half done
      } catch (ExecutionException e) {
        throw unwrapped(e.getCause());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static SQLException unwrapped(@Nullable Throwable cause) {
    if (cause instanceof SQLException sql) {
      return sql;
    }
    if (cause instanceof RuntimeException broken) {
      throw broken;
    }
    throw new IllegalStateException(cause);
  }

  private Thread daemon(Runnable task) {
    Thread made = new Thread(task, "muster-write");
    made.setDaemon(true);
    thread = made;
    return made;
  }

  @Override
  public void close() {
    if (writer != null) {
      writer.shutdown();
    }
  }

  /** One of them. */
  interface Write {
    void run() throws SQLException;
  }
}
