package dev.muster.app.cli.imports;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobState;
import dev.muster.app.store.Session;
import java.util.Optional;

/** Finds an import that was begun with the same input and options, and is not finished. */
final class UnfinishedImport {

  /** How many unfinished imports are looked at. */
  private static final int LOOKED_AT_MAX = 100;

  private UnfinishedImport() {}

  /** An earlier import like this one; empty if there is none. */
  static Optional<Job> like(Job job, Session store) {
    JobFilter unfinished = JobFilter.ALL.in(JobState.allUnfinished()).ofRealm(job.realm());
    return store.jobs().page(unfinished, job.number(), LOOKED_AT_MAX).stream()
        .filter(other -> other.digest().equals(job.digest()))
        .filter(other -> other.options().askTheSame(job.options()))
        .findFirst();
  }
}
