package dev.muster.app.job.run;

import dev.muster.app.format.InputMark;
import dev.muster.app.format.RecordBatch;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobChunk;
import dev.muster.app.job.JobStore;
import dev.muster.match.RepeatLedger;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Carries out chunks of a job and puts them on record; both in the caller's transactions. */
public interface ChunkWork {

  /**
   * Does to the directory what a chunk asks for.
   *
   * @param log where the claims of earlier chunks of the job are
   */
  Done carryOut(PreparedChunk chunk, JobStore log, Job job);

  /**
   * All chunks of an all-or-nothing import are carried out.
   *
   * @param kept whether it is about to be committed; else it is undone
   */
  default void end(boolean kept) {}

  /** What is put on record of a chunk that was carried out. */
  static JobChunk done(PreparedChunk chunk, List<RecordResult> results) {
    InputMark mark = chunk.batch().mark();
    boolean known = mark.byteOffset() > 0 || mark.recordIndex() == 0;
    return new JobChunk(
        chunk.number(),
        results,
        rejects(results, chunk.batch()),
        known ? OptionalLong.of(mark.byteOffset()) : OptionalLong.empty());
  }

  /** The failed ones among a chunk's records, as their source has them. */
  private static List<byte[]> rejects(List<RecordResult> results, RecordBatch batch) {
    List<byte[]> rejects = new ArrayList<>(0);
    for (int place = 0; place < results.size(); place++) {
      if (results.get(place).outcome() == Outcome.FAILED) {
        rejects.add(batch.source(place));
      }
    }
    return rejects;
  }

  /**
   * A chunk carried out.
   *
   * @param ledger holds what the chunk claimed
   */
  record Done(JobChunk chunk, RepeatLedger ledger) {

    void save(JobStore log, Job job) {
      log.save(job, chunk, ledger.added());
    }
  }
}
