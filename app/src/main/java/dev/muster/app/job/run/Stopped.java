package dev.muster.app.job.run;

import java.io.Serial;

/** Leaves whatever is going on because the stop signal was raised; nothing went wrong. */
final class Stopped extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  Stopped() {
    super(null, null, false, false);
  }
}
