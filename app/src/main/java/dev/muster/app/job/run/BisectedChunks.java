package dev.muster.app.job.run;

import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.apply.DataViolation;
import dev.muster.apply.StoreUnavailable;

/**
 * The range of chunks of a job that are imported by {@link Bisection}, because the database
 * rejected a value in their transaction. It is unknown which chunk has the value, because writes
 * run in the background. Each further violation doubles the number of added chunks, so that an
 * input with many such values is not read again for each of them.
 */
final class BisectedChunks {

  private static final int WIDTH_MAX = 1 << 24;

  private final Job job;
  private long end;
  private int transactionChunks = 1;
  private int width;

  /** Starts with an empty range. */
  BisectedChunks(Job job) {
    this.job = job;
  }

  /** Sets the most records in a transaction. */
  void transactionRecords(int records) {
    transactionChunks = records / job.chunkSize() + 1;
  }

  boolean isEmpty() {
    return end == 0;
  }

  boolean contains(PreparedChunk chunk) {
    return chunk.number() < end;
  }

  /**
   * Adds the chunks of a transaction that was rolled back.
   *
   * @param chunksDone how many chunks are committed
   * @throws StoreUnavailable if all those chunks were bisected already
   */
  void extend(DataViolation refusal, int chunksDone) {
    if (end >= (long) chunksDone + transactionChunks) {
      throw new StoreUnavailable(
          String.valueOf(refusal.getMessage()),
          "Run muster db check: the tables may disagree with each other.",
          refusal);
    }
    width = Math.min(WIDTH_MAX, Math.max(transactionChunks, 2 * width));
    boolean all = job.options().commit() == CommitPolicy.WHOLE || job.options().dryRun();
    end = all ? Long.MAX_VALUE : (long) chunksDone + width;
  }
}
