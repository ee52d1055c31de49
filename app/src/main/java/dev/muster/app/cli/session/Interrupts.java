package dev.muster.app.cli.session;

import java.util.function.BooleanSupplier;

/** Asks a running command to stop (Ctrl-C, SIGTERM). */
public interface Interrupts {

  /**
   * Asks {@code ask} when that happens, on another thread, until the listening is closed. When it
   * answers true, the command is going to end in good order and the process waits for that; when
   * false, the process ends at once.
   */
  Listening listen(BooleanSupplier ask);

  /** The time in which interrupts are heard. */
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  /** Nobody interrupts. */
  Interrupts NONE = ask -> () -> {};
}
