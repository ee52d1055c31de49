package dev.muster.app.store.sql;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Writes that go on while their caller makes the next ones: an import decides on a chunk while the
 * one before it is being stored. They are done one after the other, in order, and only a few wait
 * at a time. After one has failed, those that wait are left out. For one caller.
 */
public final class WriteBehind {

  /** A chunk takes two, the users and the results; so one chunk waits while one is written. */
  private static final int MOST = 4;

  private final Deque<Future<?>> taken = new ArrayDeque<>(MOST);
  private final Executor writer;
  private volatile @Nullable Thread thread; // the one that writes at present
  private volatile boolean failed;

  /**
   * Nothing is being written yet.
   *
   * @param writer runs one task at a time, in order
   */
  WriteBehind(Executor writer) {
    this.writer = writer;
  }

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
    FutureTask<Boolean> task = new FutureTask<>(() -> carryOut(write));
    taken.add(task);
    writer.execute(task);
  }

  private boolean carryOut(Write write) throws SQLException {
    if (failed) {
      return false;
    }
    boolean done = false;
    thread = Thread.currentThread();
    try {
      write.run();
      done = true;
      return true;
    } finally {
      thread = null;
      failed = !done;
    }
  }

  /** Whether the caller is a write. */
  boolean isWriting() {
    return Thread.currentThread() == thread;
  }

  /**
   * Waits for what was taken.
   *
   * @throws SQLException if a write failed; it is told once
   */
  void awaitWrites() throws SQLException {
    if (isWriting()) {
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

  /** One of them. */
  public interface Write {
    void run() throws SQLException;
  }
}
