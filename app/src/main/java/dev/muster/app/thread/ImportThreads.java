package dev.muster.app.thread;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which the imports of a process read, prepare and write. They are made when there
 * is work for them and end after a while without any; none keeps the process alive. Thread-safe.
 */
public final class ImportThreads implements AutoCloseable {

  private static final long IDLE_SECONDS = 30;

  /** Preparing threads for each core, over all imports: some of them wait for the database. */
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

  /** For tasks that follow each other, such as the reads of one input. */
  public Executor inOrder() {
    return new LimitedExecutor(threads, 1);
  }

  /**
   * For the tasks of one import that prepare records.
   *
   * @param most how many run at a time
   */
  public Executor preparing(int most) {
    return new LimitedExecutor(preparing, most);
  }

  /** How many threads have been made so far. */
  int made() {
    return made.get();
  }

  /** Takes no more tasks; those that were taken are done. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
