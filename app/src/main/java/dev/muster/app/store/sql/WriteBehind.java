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
 * A bounded queue of background writes: an import decides a chunk while the previous one is being
 * written. Writes run one at a time, in order. After one has failed, the queued ones are skipped.
 * For one caller.
 */
public final class WriteBehind {

  /**
   * A chunk takes two writes, of users and of results, so one chunk is queued while another is
   * written.
   */
  private static final int MOST = 4;

  private final Deque<Future<?>> taken = new ArrayDeque<>(MOST);
  private final Executor writer;
  private volatile @Nullable Thread thread; // the thread that runs a write, if any
  private volatile boolean failed;

  /**
   * Starts with an empty queue.
   *
   * @param writer runs one task at a time, in order
   */
  WriteBehind(Executor writer) {
    this.writer = writer;
  }

  /**
   * Queues a write; waits while the queue is full.
   *
   * @throws SQLException if an earlier write has failed; each failure is thrown once
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

  /** Whether the current thread is running a write. */
  boolean isWriting() {
    return Thread.currentThread() == thread;
  }

  /**
   * Waits until all queued writes are done.
   *
   * @throws SQLException if a write has failed; each failure is thrown once
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
      // after a failure the remaining writes are skipped at once
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
        interrupted = true; // keeps waiting, because a write can't be abandoned halfway
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

  /** A write. */
  public interface Write {
    void run() throws SQLException;
  }
}
