package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobStore;
import dev.muster.app.store.Session.ImportTarget;
import dev.muster.apply.DataViolation;
import dev.muster.apply.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Imports the chunks of one transaction. If other sessions may write to the directory, the chunks
 * are kept until the commit is confirmed. After a conflict they are processed again from the
 * look-ups on, so that they see the others' changes.
 */
final class ChunkTransaction {

  /**
   * How long to wait for another chunk before committing. It is shorter than a commit; a longer
   * wait would block other writers.
   */
  private static final Duration WAIT = Duration.ofMillis(200);

  private final ImportTarget target;
  private final Function<PreparedChunk, ChunkWork> work;
  private final JobStore log;
  private final Job job;
  private final RequestedStop stop;
  private final Consumer<Runnable> inStore;
  private final LongConsumer decided;
  private final List<PreparedChunk> kept = new ArrayList<>();
  private long committed;
  private long done;

  /**
   * Prepares a transaction.
   *
   * @param work returns the work that imports a chunk
   * @param inStore runs work in a transaction of the store that has the jobs
   * @param decided called after each chunk with the number of records imported so far
   */
  ChunkTransaction(
      ImportTarget target,
      Function<PreparedChunk, ChunkWork> work,
      JobStore log,
      Job job,
      RequestedStop stop,
      Consumer<Runnable> inStore,
      LongConsumer decided) {
    this.target = target;
    this.work = work;
    this.log = log;
    this.job = job;
    this.stop = stop;
    this.inStore = inStore;
    this.decided = decided;
  }

  /**
   * Imports a chunk, and following ones that are ready. Returns the number of records committed.
   *
   * @throws DataViolation if the database rejects a value, and not because of a race
   */
  long carryOut(PreparedChunk start, PreparedChunks following, RetryPolicy patience) {
    kept.add(start);
    committed = 0;
    while (true) {
      try {
        target.inTransaction(() -> everyChunk(following));
        return committed + done;
      } catch (StoreUnavailable e) {
        if (!target.shared()) {
          throw e; // its chunks were not kept for a retry
        }
        patience.await(e);
      } catch (DataViolation e) {
        patience.await(e);
      }
      committed += forgetCommitted(patience);
      if (kept.isEmpty()) {
        return committed;
      }
    }
  }

  private boolean everyChunk(PreparedChunks following) {
    done = 0;
    stop.look();
    List<PreparedChunk> again = List.copyOf(kept);
    if (!target.shared()) {
      kept.clear();
    }
    again.forEach(this::carryOut);
    PreparedChunk next = nextSoon(following);
    while (next != null) {
      if (target.shared()) {
        kept.add(next);
      }
      carryOut(next);
      next = nextSoon(following);
    }
    if (!stop.raised()) {
      following.beforeCommit(kept.size());
    }
    return true;
  }

  private void carryOut(PreparedChunk chunk) {
    ChunkWork.Done carriedOut = work.apply(chunk).carryOut(chunk, log, job);
    inStore.accept(() -> carriedOut.save(log, job));
    done += chunk.size();
    decided.accept(committed + done);
  }

  private @Nullable PreparedChunk nextSoon(PreparedChunks following) {
    return done < target.transactionRecords() && !stop.raised() ? following.nextWithin(WAIT) : null;
  }

  /**
   * Drops chunks that were committed. A commit may have succeeded although its confirmation was
   * lost; then its chunks are stored.
   *
   * @throws StoreUnavailable if earlier chunks are missing: continuing would leave a gap
   */
  private long forgetCommitted(RetryPolicy patience) {
    int onRecord = patience.insist(() -> log.chunksDone(job));
    if (!kept.isEmpty() && onRecord < kept.get(0).number()) {
      throw new StoreUnavailable(
          "the database lost committed data, probably after failover to a lagging replica",
          "Resume the import: the missing records are imported again.",
          new IllegalStateException(onRecord + " chunks"));
    }
    long records = 0;
    while (!kept.isEmpty() && kept.get(0).number() < onRecord) {
      records += kept.remove(0).size();
    }
    return records;
  }
}
