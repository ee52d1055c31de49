package dev.muster.app.cli.session;

import java.util.function.BooleanSupplier;

/** Signals that ask a running command to stop (Ctrl-C, SIGTERM). */
public interface Interrupts {

  /**
   * Calls {@code ask} on another thread when a signal arrives, until the result is closed. If it
   * returns true, the command is stopping cleanly, and the process waits for it; if false, the
   * process exits at once.
   */
  Listening listen(BooleanSupplier ask);

  /** Sets the exit status of a process that exits at once; 130 unless set. */
  default void exitWith(int status) {}

  /** A registration; closing it ends it. */
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  /** Never calls the listener. */
  Interrupts NONE = ask -> () -> {};
}
