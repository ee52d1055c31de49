package dev.muster.app.job.run;

import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.store.Session;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Limits the records of all imports that are submitted through one interface on one day and in one
 * month, by UTC. Imports count as soon as they are submitted, whatever becomes of them; deleted
 * ones do not count.
 *
 * @param perDay the most records of a day; empty for no limit
 * @param perMonth the most records of a month; empty for no limit
 */
public record RecordQuota(OptionalLong perDay, OptionalLong perMonth) {

  /** A calendar period, by UTC. */
  public enum Period {
    DAY,
    MONTH;

    Instant begin(Instant at) {
      OffsetDateTime day = at.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
      return (this == DAY ? day : day.withDayOfMonth(1)).toInstant();
    }
  }

  /** The limit for one request. */
  public Check check() {
    return new Check(this);
  }

  private Optional<Period> exceeded(JobOrigin origin, long records, Instant at, Session store) {
    if (isExceeded(Period.DAY, perDay, origin, records, at, store)) {
      return Optional.of(Period.DAY);
    }
    return isExceeded(Period.MONTH, perMonth, origin, records, at, store)
        ? Optional.of(Period.MONTH)
        : Optional.empty();
  }

  private static boolean isExceeded(
      Period period,
      OptionalLong maximum,
      JobOrigin origin,
      long records,
      Instant at,
      Session store) {
    if (maximum.isEmpty()) {
      return false;
    }
    JobFilter counted = JobFilter.ALL.from(origin).since(period.begin(at));
    return store.jobs().totals(counted).records() + records > maximum.getAsLong();
  }

  /** A quota as the limit for one request. Remembers what the request exceeds. For one thread. */
  public static final class Check implements SubmissionLimit {

    private final RecordQuota quota;
    private Optional<Period> exceeded = Optional.empty();

    private Check(RecordQuota quota) {
      this.quota = quota;
    }

    @Override
    public boolean isNone() {
      return quota.perDay.isEmpty() && quota.perMonth.isEmpty();
    }

    @Override
    public boolean allows(JobOrigin origin, long records, Instant at, Session store) {
      exceeded = quota.exceeded(origin, records, at, store);
      return exceeded.isEmpty();
    }

    /** The period whose quota the request exceeds; empty if it does not. */
    public Optional<Period> exceeded() {
      return exceeded;
    }
  }
}
