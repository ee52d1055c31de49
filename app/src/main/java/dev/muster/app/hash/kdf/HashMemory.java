package dev.muster.app.hash.kdf;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The memory that memory-hard hashes share, those that are made and those that are verified: who
 * finds too little of it left waits for others to end, in the order of asking. So many people may
 * log in at once without the process running out of memory. Thread-safe.
 */
public final class HashMemory {

  /** A quarter of this process's heap. */
  public static final HashMemory SHARED = new HashMemory(Runtime.getRuntime().maxMemory() / 4);

  private static final int KIB = 1024;

  private final int kib;
  private final Semaphore free;

  /**
   * Some memory.
   *
   * @param bytes counted in whole KiB, at least 1 KiB
   */
  HashMemory(long bytes) {
    this.kib = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / KIB));
    this.free = new Semaphore(kib, true);
  }

  /** How often so many bytes fit in; at least once. */
  public long times(long bytes) {
    return Math.max(1, (long) kib * KIB / Math.max(1, bytes));
  }

  /**
   * Does work that needs so many bytes; what needs more than there are is done alone.
   *
   * @param bytes while the work goes on
   */
  public <T> T with(long bytes, Supplier<T> work) {
    int needed = (int) Math.max(1, Math.min(kib, bytes / KIB));
    free.acquireUninterruptibly(needed);
    try {
      return work.get();
    } finally {
      free.release(needed);
    }
  }
}
