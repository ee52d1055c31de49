package dev.muster.app.store;

/**
 * A process's place at the queue of submitted imports: it gets those that are due, in the order of
 * their submission, and those whose process has died. Closing it takes no more imports, and waits
 * for those under way, which their worker has to stop.
 */
public interface ImportQueue extends AutoCloseable {

  @Override
  void close();

  /** What is done with an import; called by threads of the queue. */
  interface Work {

    /**
     * Carries out an import.
     *
     * @throws RuntimeException if it is to be tried again a while later
     */
    End carryOut(String jobId);

    /** Imports under way may be asked to stop. Called often; returns soon, and must not throw. */
    void look();
  }

  /** How work on an import ended. */
  enum End {
    /** There is nothing left to do. */
    OVER,
    /** Another worker is to go on with it, at once. */
    HANDED_OVER,
    /** Another process is at work on it. */
    HELD
  }
}
