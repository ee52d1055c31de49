package dev.muster.app.store;

import java.io.Closeable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Notifies threads of this process, at the commit, that submitted imports in a SQLite file have
 * changed. Other processes poll. Thread-safe.
 */
final class JobNews {

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Notifies the listeners; in a transaction, at its commit. */
  void announce(Sql sql) {
    sql.afterCommit(() -> listeners.forEach(Runnable::run));
  }

  /**
   * Calls a listener at each change, until the result is closed.
   *
   * @param listener must neither block nor throw
   */
  Closeable listen(Runnable listener) {
    Runnable own =
        listener::run; // a new object, because the same listener may be added several times
    listeners.add(own);
    return () -> listeners.remove(own);
  }
}
