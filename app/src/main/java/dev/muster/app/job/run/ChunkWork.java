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

/** Imports chunks of a job and stores their results, in the caller's transactions. */
public interface ChunkWork {

  /**
   * Applies a chunk to the directory.
   *
   * @param log the store with the claims of the job's earlier chunks
   */
  Done carryOut(PreparedChunk chunk, JobStore log, Job job);

  /**
   * Called after the last chunk of an all-or-nothing import.
   *
   * @param kept whether it will be committed; otherwise it is rolled back
   */
  default void end(boolean kept) {}

  /** The stored form of an imported chunk of a job. */
  static JobChunk done(PreparedChunk chunk, List<RecordResult> results, Job job) {
    InputMark mark = chunk.batch().mark();
    boolean known = mark.byteOffset() > 0 || mark.recordIndex() == 0;
    return new JobChunk(
        chunk.number(),
        results,
        rejects(results, chunk.batch()),
        job.provenance().report().isPresent() ? sources(chunk.batch()) : List.of(),
        known ? OptionalLong.of(mark.byteOffset()) : OptionalLong.empty());
  }

  /** All records of a chunk, as the input has them. */
  private static List<byte[]> sources(RecordBatch batch) {
    List<byte[]> sources = new ArrayList<>(batch.size());
    for (int place = 0; place < batch.size(); place++) {
      sources.add(batch.source(place));
    }
    return sources;
  }

  /** The failed records of a chunk, as the input has them. */
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
   * An imported chunk.
   *
   * @param ledger the repeat ledger, with the claims of this chunk
   */
  record Done(JobChunk chunk, RepeatLedger ledger) {

    void save(JobStore log, Job job) {
      log.save(job, chunk, ledger.added());
    }
  }
}
