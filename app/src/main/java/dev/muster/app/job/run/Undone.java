package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobChunk;
import dev.muster.problem.Warning;
import java.io.Serial;
import java.util.Optional;

/** Rolls back the transaction of an all-or-nothing import, without being an error. */
final class Undone extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final transient Optional<Warning> why;
  private final transient Runnable saveMissing;

  /** The end of a trial; its results are kept. */
  Undone() {
    this(Optional.empty(), () -> {});
  }

  /**
   * The end of an import that failed.
   *
   * @param why the warning about its records that did not fail
   */
  Undone(Warning why) {
    this(Optional.of(why), () -> {});
  }

  /**
   * The end of an import that is refused because of missing users.
   *
   * @param why the warning about its records
   * @param saveMissing stores who is missing, after the rollback
   */
  Undone(Warning why, Runnable saveMissing) {
    this(Optional.of(why), saveMissing);
  }

  private Undone(Optional<Warning> why, Runnable saveMissing) {
    super(null, null, false, false);
    this.why = why;
    this.saveMissing = saveMissing;
  }

  /** Whether the import failed. */
  boolean failed() {
    return why.isPresent();
  }

  /** Results as they are to be stored. */
  JobChunk rewrite(JobChunk chunk, Job job) {
    return why.map(reason -> new RolledBack(job.firstUser(), reason).rewrite(chunk)).orElse(chunk);
  }

  Runnable saveMissing() {
    return saveMissing;
  }
}
