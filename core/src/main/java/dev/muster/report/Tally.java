package dev.muster.report;

import java.util.List;

/**
 * The counts over an import's results, always computed from them:
 *
 * <pre>inserted + updated + skipped + failed = total, changed ≤ total - failed</pre>
 *
 * @param changed records that changed the directory
 * @param withProblems records that failed, or of which a part could not be applied
 */
public record Tally(
    long total,
    long inserted,
    long updated,
    long skipped,
    long failed,
    long changed,
    long withProblems) {

  public static final Tally ZERO = new Tally(0, 0, 0, 0, 0, 0, 0);

  public Tally {
    if (inserted + updated + skipped + failed != total || changed > total - failed) {
      throw new IllegalStateException("the sums of an import do not add up");
    }
  }

  public static Tally of(List<RecordResult> results) {
    long inserted = 0;
    long updated = 0;
    long skipped = 0;
    long failed = 0;
    long changed = 0;
    long withProblems = 0;
    for (RecordResult result : results) {
      switch (result.outcome()) {
        case INSERTED -> inserted++;
        case UPDATED -> updated++;
        case SKIPPED -> skipped++;
        case FAILED -> failed++;
      }
      changed += result.changed() ? 1 : 0;
      withProblems += result.problems().isEmpty() ? 0 : 1;
    }
    return new Tally(results.size(), inserted, updated, skipped, failed, changed, withProblems);
  }

  public Tally plus(Tally other) {
    return new Tally(
        total + other.total,
        inserted + other.inserted,
        updated + other.updated,
        skipped + other.skipped,
        failed + other.failed,
        changed + other.changed,
        withProblems + other.withProblems);
  }
}
