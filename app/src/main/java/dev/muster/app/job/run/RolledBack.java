package dev.muster.app.job.run;

import dev.muster.app.job.JobChunk;
import dev.muster.problem.Remark;
import dev.muster.problem.Warning;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Rewrites the results of an all-or-nothing import that was rolled back: failed records stay as
 * they are, all others are marked as rolled back.
 */
final class RolledBack {

  /** The warning about a record that was rolled back because of another one. */
  static final Warning WARNING = Warning.of(Remark.UNDONE.with());

  /** The warning about a record that was rolled back because users are missing. */
  static final Warning TOO_MANY_MISSING = Warning.of(Remark.UNDONE_FOR_MISSING.with());

  private final long firstUser;
  private final Warning warning;

  /**
   * Rewrites results of one job.
   *
   * @param firstUser users with this number or a greater one don't exist any more
   * @param warning why they were rolled back
   */
  RolledBack(long firstUser, Warning warning) {
    this.firstUser = firstUser;
    this.warning = warning;
  }

  JobChunk rewrite(JobChunk chunk) {
    return new JobChunk(
        chunk.number(),
        chunk.results().stream().map(this::rewrite).toList(),
        chunk.rejects(),
        chunk.sources(),
        chunk.inputOffset());
  }

  private RecordResult rewrite(RecordResult result) {
    if (result.outcome() == Outcome.FAILED) {
      return result;
    }
    List<Warning> warnings = new ArrayList<>(result.warnings());
    warnings.add(warning);
    return new RecordResult(
        result.position(),
        Outcome.SKIPPED,
        false,
        result.userId() >= firstUser ? 0 : result.userId(),
        warnings,
        result.problems(),
        new BitSet(0),
        List.of());
  }
}
