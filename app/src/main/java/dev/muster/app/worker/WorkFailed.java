package dev.muster.app.worker;

import java.io.Serial;

/** Tells the queue that an import is to be tried again a while later; the cause has the reason. */
final class WorkFailed extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  WorkFailed(Exception reason) {
    super(reason.getMessage(), reason);
  }

  @Override
  public synchronized Throwable getCause() {
    Throwable reason = super.getCause();
    return reason == null ? this : reason;
  }
}
