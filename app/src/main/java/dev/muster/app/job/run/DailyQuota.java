package dev.muster.app.job.run;

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
 * @param maximum the most records; empty for no limit
 */
public record DailyQuota(OptionalLong maximum) implements SubmissionLimit {

  @Override
  public boolean isNone() {
    return maximum.isEmpty();
  }

  @Override
  public boolean allows(JobOrigin origin, long records, Instant at, Session store) {
    if (maximum.isEmpty()) {
      return true;
    }
    Instant day = at.truncatedTo(ChronoUnit.DAYS);
    JobFilter counted = JobFilter.ALL.from(origin).since(day);
    return store.jobs().totals(counted).records() + records <= maximum.getAsLong();
  }
}
