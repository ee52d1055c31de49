package dev.muster.app.thread;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on the threads of another executor, started in order, with a limit on concurrent
 * tasks. With a limit of one, each task happens-before the next one. Thread-safe.
 */
final class LimitedExecutor implements Executor {

  private final Executor threads;
  private final int limit;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int running;

  LimitedExecutor(Executor threads, int limit) {
    this.threads = threads;
    this.limit = limit;
  }

  @Override
  public void execute(Runnable task) {
    synchronized (waiting) {
      if (running == limit) {
        waiting.add(task);
        return;
      }
      running++;
    }
    start(task);
  }

  private void start(Runnable task) {
    boolean started = false;
    try {
      threads.execute(() -> run(task));
      started = true;
    } finally {
      if (!started) {
        next();
      }
    }
  }

  private void run(Runnable first) {
    Runnable task = first;
    boolean done = false;
    try {
      while (task != null) {
        task.run();
        task = next();
      }
      done = true;
    } finally {
      if (!done) { // a task failed, and this thread ends with it
        Runnable rest = next();
        if (rest != null) {
          start(rest);
        }
      }
    }
  }

  private @Nullable Runnable next() {
    synchronized (waiting) {
      Runnable next = waiting.poll();
      if (next == null) {
        running--;
      }
      return next;
    }
  }
}
