package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import java.io.Serial;

/** The import was stopped cleanly on request; it can be resumed. */
public final class Interrupted extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final transient Job job;

  public Interrupted(Job job) {
    super("import " + job.id() + " was interrupted");
    this.job = job;
  }

  public Job job() {
    return job;
  }
}
