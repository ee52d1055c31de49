package dev.muster.app.worker;

import java.io.Serial;

/** Tells the queue to retry an import later. */
final class WorkFailed extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final Exception reason;

  WorkFailed(Exception reason) {
    super(reason.getMessage(), reason);
    this.reason = reason;
  }

  /** Why the import failed. */
  Exception reason() {
    return reason;
  }
}
