package dev.muster.app.worker;

import dev.muster.app.job.Job;
import dev.muster.report.Tally;
import dev.muster.user.Realm;
import java.time.Duration;

/** Someone who wants to know what a worker does. Called by the threads that work. */
public interface WorkEvents {

  /** It begins with an import, or goes on with it after {@code done} records. */
  void took(Job job, long done);

  /**
   * An import is about to change the rules of uniqueness of its realm, which has users.
   *
   * @param before as the directory follows them
   * @param after as this worker's settings ask for them
   */
  void changingRules(Job job, Realm before, Realm after);

  /**
   * An import has come to its end.
   *
   * @param job completed or failed
   * @param tally the sums over all its records
   * @param time since this worker took it
   */
  void finished(Job job, Tally tally, Duration time);

  /** An import was stopped in good order after {@code done} records; another node goes on. */
  void handedOver(Job job, long done);

  /** An import was stopped for good after {@code done} records, as somebody asked for. */
  void cancelled(Job job, long done);

  /** An import was paused after {@code done} records; it goes on when somebody asks for that. */
  void paused(Job job, long done);

  /** This worker has hashed so many passwords of an import that another one carries out. */
  void helped(Job job, long passwords);

  /** This worker can't help with an import that another one carries out; it tries in a while. */
  void helpFailed(Job job, Throwable reason);

  /**
   * An import can't go on for now; some node tries again in a while.
   *
   * @param jobId the job's id
   * @param reason what is wrong
   */
  void failed(String jobId, Throwable reason);
}
