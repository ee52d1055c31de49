package dev.muster.app.worker;

import dev.muster.app.job.Job;
import dev.muster.report.Tally;
import dev.muster.user.Realm;
import java.time.Duration;

/** Observes a worker. Called by the threads that run imports. */
public interface WorkEvents {

  /** The worker starts an import, or resumes it after {@code done} records. */
  void took(Job job, long done);

  /**
   * An import is about to change the uniqueness rules of its realm, which has users.
   *
   * @param before the realm with the current rules
   * @param after the realm with the rules of this worker's settings
   */
  void changingRules(Job job, Realm before, Realm after);

  /** A chunk of an import took this time, without its commit. */
  default void chunkTook(Job job, Duration time) {}

  /**
   * An import is finished.
   *
   * @param job completed or failed
   * @param tally the counts over all its records
   * @param time since this worker took it
   */
  void finished(Job job, Tally tally, Duration time);

  /**
   * An import has failed, because its stored input is gone or damaged.
   *
   * @param tally the counts over the records that were imported before
   * @param time since this worker took it
   */
  void inputLost(Job job, Tally tally, Duration time, String reason);

  /** An import was stopped cleanly after {@code done} records; another node will resume it. */
  void handedOver(Job job, long done);

  /** An import was cancelled after {@code done} records. */
  void cancelled(Job job, long done);

  /** An import was paused after {@code done} records. */
  void paused(Job job, long done);

  /** This worker has hashed {@code passwords} passwords of an import that another worker runs. */
  void helped(Job job, long passwords);

  /** This worker failed to hash passwords of an import that another worker runs; it will retry. */
  void helpFailed(Job job, Throwable reason);

  /**
   * An import failed temporarily; a node will retry it later.
   *
   * @param jobId the job's id
   * @param reason the error
   */
  void failed(String jobId, Throwable reason);

  /** The directory can't be reached; the worker goes on trying. */
  default void lost() {}

  /** The directory can be reached again, and the worker waits for imports. */
  default void found() {}
}
