package dev.muster.app.hash.kdf;

import dev.muster.password.CostBounds;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The memory that all computations of memory-hard hashes share. A computation that needs more than
 * is left waits for others to end, in order of arrival. So many concurrent logins can't exhaust the
 * heap. Thread-safe.
 */
public final class HashMemory {

  /** A quarter of this process's heap. */
  public static final HashMemory SHARED = new HashMemory(Runtime.getRuntime().maxMemory() / 4);

  private static final int KIB = 1024;

  private final int kib;
  private final Semaphore free;

  /**
   * Memory to share.
   *
   * @param bytes counted in whole KiB, at least 1 KiB
   */
  HashMemory(long bytes) {
    this.kib = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / KIB));
    this.free = new Semaphore(kib, true);
  }

  /**
   * The limits of hashes that come in. A hash that this process has not the memory to verify is
   * refused.
   */
  public static CostBounds limits() {
    return CostBounds.DEFAULTS.withHeap(Runtime.getRuntime().maxMemory());
  }

  /** How many computations of this size fit at the same time; at least one. */
  public long times(long bytes) {
    return Math.max(1, (long) kib * KIB / Math.max(1, bytes));
  }

  /**
   * Runs a computation that needs memory. One that needs more than there is runs alone.
   *
   * @param bytes needed during the computation
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
