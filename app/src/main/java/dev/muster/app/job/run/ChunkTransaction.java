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
 * The chunks that share one transaction. Where others write to the directory too, they are kept
 * until it is certain that they were committed, to be carried out anew if not: from the look-ups
 * on, so that they see what the others did.
 */
final class ChunkTransaction {

  /** A commit costs more than so short a wait; a longer one would keep other writers waiting. */
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
   * One transaction, not begun yet.
   *
   * @param work what carries out a chunk
   * @param inStore does work in a transaction of the store that has the log
   * @param decided is told after each chunk how many records have been carried out
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
   * Carries out a chunk, and those after it that are ready; the number of their records.
   *
   * @throws DataViolation if the database refuses some of them, and not because of a race
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
          throw e; // its chunks were not kept
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
   * A commit whose answer was lost may have happened: its chunks are on record then.
   *
   * @throws StoreUnavailable if earlier chunks are on record no more: going on would leave a gap
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
