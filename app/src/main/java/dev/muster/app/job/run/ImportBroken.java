package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import java.io.Serial;

/** The world broke while an import ran: what is committed stays, and it can be resumed. */
public final class ImportBroken extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final transient Job job;

  /** With the reason: the store or the input can't be used. */
  public ImportBroken(Job job, Exception reason) {
    super(reason.getMessage(), reason);
    this.job = job;
  }

  public Job job() {
    return job;
  }
}
