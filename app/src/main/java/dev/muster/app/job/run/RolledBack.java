package dev.muster.app.job.run;

import dev.muster.app.job.JobChunk;
import dev.muster.problem.Warning;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites the results of an all-or-nothing import that failed: failed records stay as they are,
 * all others are marked as rolled back.
 */
final class RolledBack {

  /** The warning about a record that was rolled back. */
  static final Warning WARNING =
      Warning.of("rolled back: this import is all or nothing, and another record of it failed");

  private final long firstUser;

  /**
   * Rewrites results of one job.
   *
   * @param firstUser users with this number or a greater one don't exist any more
   */
  RolledBack(long firstUser) {
    this.firstUser = firstUser;
  }

  JobChunk rewrite(JobChunk chunk) {
    return new JobChunk(
        chunk.number(),
        chunk.results().stream().map(this::rewrite).toList(),
        chunk.rejects(),
        chunk.inputOffset());
  }

  private RecordResult rewrite(RecordResult result) {
    if (result.outcome() == Outcome.FAILED) {
      return result;
    }
    List<Warning> warnings = new ArrayList<>(result.warnings());
    warnings.add(WARNING);
    return new RecordResult(
        result.position(),
        Outcome.SKIPPED,
        false,
        result.userId() >= firstUser ? 0 : result.userId(),
        warnings,
        result.problems(),
        new java.util.BitSet(0),
        List.of());
  }
}
