package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.store.Session;
import java.time.Instant;

/** Limits the imports that are submitted through one interface. */
public interface SubmissionLimit {

  /** No limit. */
  SubmissionLimit NONE =
      new SubmissionLimit() {
        @Override
        public boolean isNone() {
          return true;
        }

        @Override
        public boolean allows(JobOrigin origin, long records, Instant at, Session store) {
          return true;
        }
      };

  /** Whether every import is allowed. */
  boolean isNone();

  /**
   * Whether an import may be submitted now; others may submit some meanwhile.
   *
   * @param origin the interface
   * @param records the number of its records
   */
  boolean allows(JobOrigin origin, long records, Instant at, Session store);

  /**
   * Whether a job may be added. Call it in the transaction that adds the job; others that ask wait
   * until that transaction ends.
   */
  default boolean allowsAdding(Job job, Session store) {
    if (!isNone()) {
      store.submitted().awaitTurn();
    }
    return allows(job.provenance().origin(), job.records(), job.createdAt(), store);
  }
}
