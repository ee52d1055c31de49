package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobStore;
import dev.muster.app.store.Session;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Limits how many submitted imports of one interface wait or run at the same time. Paused ones do
 * not count, and neither do those that a command line runs itself.
 */
public record ActiveJobs(int maximum) implements SubmissionLimit {

  private static final Set<JobState> ACTIVE =
      EnumSet.of(JobState.PENDING, JobState.RUNNING, JobState.INTERRUPTED);

  private static final int JOBS_AT_ONCE = 1000;

  @Override
  public boolean isNone() {
    return false;
  }

  @Override
  public boolean allows(JobOrigin origin, long records, Instant at, Session store) {
    JobFilter active = JobFilter.ALL.from(origin).in(ACTIVE);
    return store.jobs().totals(active).jobs() < maximum || submitted(active, store) < maximum;
  }

  /** How many of some jobs were submitted; counts to {@link #maximum} and not much further. */
  private long submitted(JobFilter active, Session store) {
    long found = 0;
    long before = JobStore.LATEST;
    List<Job> some;
    do {
      some = store.jobs().page(active, before, JOBS_AT_ONCE);
      if (!some.isEmpty()) {
        found += store.submitted().find(some).size();
        before = some.get(some.size() - 1).number();
      }
    } while (some.size() == JOBS_AT_ONCE && found < maximum);
    return found;
  }
}
