package dev.muster.app.job.run;

import dev.muster.app.job.JobChunk;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import java.util.ArrayList;
import java.util.List;

/** What the results of a whole become when it fails: the culprits stay, the rest was undone. */
final class RolledBack {

  /** What the owner of a record that was undone is told. */
  static final String WARNING =
      "rolled back: this import is all or nothing, and another record of it failed";

  private final long firstUser;

  /**
   * Rewrites results of one job.
   *
   * @param firstUser users from this number on exist no more
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
    List<String> warnings = new ArrayList<>(result.warnings());
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
