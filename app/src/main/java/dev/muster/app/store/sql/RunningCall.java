package dev.muster.app.store.sql;

/** The call to a database that a session waits for at present. Looked at by another thread. */
public final class RunningCall {

  private volatile long sinceNanos; // 0: none
  private volatile int backend;

  /** Notes that a call begins; false inside of one, which goes on until its own end. */
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

  /** The number of the server's process at the other end of the connection; 0 if unknown. */
  public int backend() {
    return backend;
  }

  public void backend(int process) {
    backend = process;
  }
}
