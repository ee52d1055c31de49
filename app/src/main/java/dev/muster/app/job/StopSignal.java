package dev.muster.app.job;

/** Asks an import to stop at the next safe point. Thread-safe. */
public final class StopSignal {

  private volatile boolean raised;

  public void raise() {
    raised = true;
  }

  public boolean raised() {
    return raised;
  }
}
