package dev.muster.app.store.sql;

/** The database call that a session is executing, if any. Another thread may read it. */
public final class RunningCall {

  private volatile long sinceNanos; // 0: none
  private volatile int backend;

  /** Marks the start of a call; false, without effect, if one is running already. */
  boolean begin() {
    if (sinceNanos != 0) {
      return false;
    }
    sinceNanos = System.nanoTime() | 1;
    return true;
  }

  void end() {
    sinceNanos = 0;
  }

  /** When the call began, by {@link System#nanoTime}; 0 if there is none. */
  public long sinceNanos() {
    return sinceNanos;
  }

  /** The process id of the connection's server process; 0 if unknown. */
  public int backend() {
    return backend;
  }

  public void backend(int process) {
    backend = process;
  }
}
