package dev.muster.report;

import java.util.List;

/**
 * The sums over an import's results. Always a fold over them, never counted on the side:
 *
 * <pre>inserted + updated + skipped + failed = total, changed ≤ total - failed</pre>
 *
 * @param changed records that made a difference to the directory
 * @param erroneous records that failed, or stand although a part of them could not be done
 */
public record Tally(
    long total,
    long inserted,
    long updated,
    long skipped,
    long failed,
    long changed,
    long erroneous) {

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
    long erroneous = 0;
    for (RecordResult result : results) {
      switch (result.outcome()) {
        case INSERTED -> inserted++;
        case UPDATED -> updated++;
        case SKIPPED -> skipped++;
        case FAILED -> failed++;
      }
      changed += result.changed() ? 1 : 0;
      erroneous += result.problems().isEmpty() ? 0 : 1;
    }
    return new Tally(results.size(), inserted, updated, skipped, failed, changed, erroneous);
  }

  public Tally plus(Tally other) {
    return new Tally(
        total + other.total,
        inserted + other.inserted,
        updated + other.updated,
        skipped + other.skipped,
        failed + other.failed,
        changed + other.changed,
        erroneous + other.erroneous);
  }
}
