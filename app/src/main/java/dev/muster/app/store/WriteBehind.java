package dev.muster.app.store;

import java.io.Closeable;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Writes that go on while their caller makes the next ones: an import decides on a chunk while the
 * one before it is being stored. They are done in order, by one thread of their own, and no more
 * than a few wait at a time. After one has failed, those that were taken already are left out. For
 * one caller.
 */
final class WriteBehind implements Closeable {

  /** A chunk takes two, the users and the results; so one chunk waits while one is written. */
  private static final int MOST = 4;

  private final Deque<Future<?>> taken = new ArrayDeque<>(MOST);
  private @Nullable ExecutorService writer;
  private volatile @Nullable Thread thread;
  private volatile boolean failed;

  /**
   * Takes a write; waits while too many are not done.
   *
   * @throws SQLException if one that was taken earlier has failed; it is told once
   */
  void add(Write write) throws SQLException {
    if (failed) {
      awaitWrites();
    }
    if (taken.size() == MOST) {
      await(taken.remove());
    }
    if (writer == null) {
      writer = Executors.newSingleThreadExecutor(this::daemon);
    }
    taken.add(writer.submit(() -> carryOut(write)));
  }

  private boolean carryOut(Write write) throws SQLException {
    if (failed) {
      return false;
    }
    boolean done = false;
    try {
      write.run();
      done = true;
      return true;
    } finally {
      failed = !done;
    }
  }

  /**
   * Waits for what was taken.
   *
   * @throws SQLException if a write failed; it is told once
   */
  void awaitWrites() throws SQLException {
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      while (!taken.isEmpty()) {
        await(taken.remove());
      }
    } finally {
      // after a failure the rest is over at once
      while (!taken.isEmpty()) {
        await(taken.remove());
      }
      failed = false;
    }
  }

  private static void await(Future<?> write) throws SQLException {
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
