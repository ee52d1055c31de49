package dev.muster.app.store;

/**
 * A process's consumer of the queue of submitted imports. It runs imports that are due, in the
 * order of their submission, including those whose process has died. Closing it stops taking
 * imports, and waits for the running ones, which the worker has to stop.
 */
public interface ImportQueue extends AutoCloseable {

  @Override
  void close();

  /** Processes imports; called by threads of the queue. */
  interface Work {

    /**
     * Carries out an import.
     *
     * @throws RuntimeException if it should be retried later
     */
    End carryOut(String jobId);

    /**
     * Checks whether running imports have been cancelled. Called at each notification and
     * periodically. Must return quickly and must not throw.
     */
    void look();

    /** The directory can't be reached; the queue goes on trying. Must not throw. */
    default void lost() {}

    /** The directory can be reached again. Must not throw. */
    default void found() {}
  }

  /** How work on an import ended. */
  enum End {
    /** The import is finished. */
    OVER,
    /** Another worker should resume it at once. */
    HANDED_OVER,
    /** Another process holds its lock. */
    HELD
  }
}
