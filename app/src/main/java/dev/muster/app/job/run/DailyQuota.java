package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.store.Session;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/**
 * Limits the records of all imports that are submitted through one interface on one day, by UTC.
 * Imports count as soon as they are submitted, whatever becomes of them; deleted ones do not count.
 *
 * @param records how many; empty for no limit
 */
public record DailyQuota(OptionalLong records) {

  /** No limit. */
  public static final DailyQuota NONE = new DailyQuota(OptionalLong.empty());

  /** Whether records may be submitted now; others may submit some meanwhile. */
  boolean allows(JobOrigin origin, long more, Instant at, Session store) {
    if (records.isEmpty()) {
      return true;
    }
    Instant day = at.truncatedTo(ChronoUnit.DAYS);
    JobFilter counted = JobFilter.ALL.from(origin).since(day);
    return store.jobs().totals(counted).records() + more <= records.getAsLong();
  }

  /**
   * Whether a job may be added. Call it in the transaction that adds the job; others that ask wait
   * until that transaction ends.
   */
  boolean allows(Job job, Session store) {
    if (records.isPresent()) {
      store.submitted().awaitTurn();
    }
    return allows(job.provenance().origin(), job.records(), job.createdAt(), store);
  }
}
