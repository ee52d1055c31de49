package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import java.io.Serial;

/** An import failed because of an external error. Committed chunks stay, and it can be resumed. */
public final class ImportBroken extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final transient Job job;

  /** Wraps the error of the store or the input. */
  public ImportBroken(Job job, Exception reason) {
    super(reason.getMessage(), reason);
    this.job = job;
  }

  public Job job() {
    return job;
  }
}
