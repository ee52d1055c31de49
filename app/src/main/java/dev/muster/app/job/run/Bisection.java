package dev.muster.app.job.run;

import dev.muster.app.store.Session.ImportTarget;
import dev.muster.apply.DataViolation;
import dev.muster.apply.Directory;
import dev.muster.match.RepeatLedger;
import dev.muster.prepare.Candidate;
import dev.muster.prepare.Prepared;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.report.RecordResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Isolates the records that the database rejects, so that only they fail. A chunk is imported in a
 * savepoint. If the database rejects a value, the chunk is rolled back and each half is imported
 * separately, down to single records: O(k log n) attempts for k rejected records of n. Later
 * records see the changes of earlier ones. The idea is pgloader's ({@code bisect-batch} in {@code
 * copy-retry-batch.lisp}).
 *
 * <p>Only a {@link DataViolation} is bisected. If the store is unavailable, the whole transaction
 * has to be retried.
 */
final class Bisection implements ChunkEngine {

  private final ChunkEngine engine;
  private final ImportTarget target;

  Bisection(ChunkEngine engine, ImportTarget target) {
    this.engine = engine;
    this.target = target;
  }

  @Override
  public List<RecordResult> run(List<Prepared> records, Directory directory, RepeatLedger ledger) {
    List<RecordResult> results = new ArrayList<>(records.size());
    carryOut(records, directory, ledger, results);
    return results;
  }

  private void carryOut(
      List<Prepared> part, Directory directory, RepeatLedger ledger, List<RecordResult> results) {
    RepeatLedger attempt = ledger.attempt();
    try {
      results.addAll(target.inSavepoint(() -> engine.run(part, directory, attempt)));
      ledger.accept(attempt);
    } catch (DataViolation e) {
      if (part.size() == 1) {
        results.add(refused(part.get(0), e, ledger));
        return;
      }
      int half = part.size() / 2;
      carryOut(part.subList(0, half), directory, ledger, results);
      carryOut(part.subList(half, part.size()), directory, ledger, results);
    }
  }

  /**
   * The result of a record that the database rejects. Its keys enter the repeat ledger as for any
   * failed record.
   */
  private static RecordResult refused(Prepared record, DataViolation why, RepeatLedger ledger) {
    if (record instanceof Prepared.Ready ready) {
      Candidate candidate = ready.candidate();
      if (candidate.wishesOnRepeat() == null) {
        ledger.take(candidate.claims(), candidate.position().line(), RepeatLedger.NOBODY);
      }
    }
    Problem problem =
        Problem.of(
            ProblemCode.REFUSED_BY_DATABASE,
            "the database refuses this record: " + why.getMessage());
    return RecordResult.of(new Prepared.Invalid(record.position(), List.of(problem)));
  }
}
