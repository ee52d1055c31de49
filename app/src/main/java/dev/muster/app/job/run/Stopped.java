package dev.muster.app.job.run;

import java.io.Serial;

/** Ends what is under way because the stop signal was raised; nothing went wrong. */
public final class Stopped extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  Stopped() {
    super(null, null, false, false);
  }
}
