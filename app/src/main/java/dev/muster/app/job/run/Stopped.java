package dev.muster.app.job.run;

import java.io.Serial;

/** Ends the current work because the stop signal was raised; not an error. */
public final class Stopped extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  Stopped() {
    super(null, null, false, false);
  }
}
