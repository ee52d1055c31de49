package dev.muster.app.worker;

import java.io.Serial;

/** Tells the queue that an import is to be tried again a while later. */
final class WorkFailed extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final Exception reason;

  WorkFailed(Exception reason) {
    super(reason.getMessage(), reason);
    this.reason = reason;
  }

  /** Why it can't go on for now. */
  Exception reason() {
    return reason;
  }
}
