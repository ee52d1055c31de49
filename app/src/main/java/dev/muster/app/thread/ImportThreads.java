package dev.muster.app.thread;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which the imports of a process read, prepare and write. Threads are started on
 * demand, end after an idle time, and don't keep the process alive. Thread-safe.
 */
public final class ImportThreads implements AutoCloseable {

  private static final long IDLE_SECONDS = 30;

  /**
   * Threads per core that prepare records, over all imports. It is more than one, because some wait
   * for the database.
   */
  private static final int PREPARING_PER_CORE = 2;

  private final AtomicInteger made = new AtomicInteger();
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          this::daemon);
  private final Executor preparing =
      new LimitedExecutor(threads, PREPARING_PER_CORE * Runtime.getRuntime().availableProcessors());

  private Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "muster-import-" + made.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /** An executor that runs one task at a time, in order, such as the reads of one input. */
  public Executor inOrder() {
    return new LimitedExecutor(threads, 1);
  }

  /**
   * An executor for one import's tasks that prepare records.
   *
   * @param most how many tasks may run concurrently
   */
  public Executor preparing(int most) {
    return new LimitedExecutor(preparing, most);
  }

  /** How many threads have been started so far. */
  int made() {
    return made.get();
  }

  /** Accepts no more tasks; accepted ones are completed. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
