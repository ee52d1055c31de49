package dev.muster.app.store;

import java.io.Closeable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells the threads of a process that submitted imports of a SQLite file changed, when that is
 * committed. Other processes look by themselves. Thread-safe.
 */
final class JobNews {

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Has a change told: at the commit, if the session is in a transaction. */
  void announce(Sql sql) {
    sql.afterCommit(() -> listeners.forEach(Runnable::run));
  }

  /**
   * Calls a listener at each change until closed.
   *
   * @param listener must neither wait nor throw
   */
  Closeable listen(Runnable listener) {
    Runnable own = listener::run; // several may listen in the same way
    listeners.add(own);
    return () -> listeners.remove(own);
  }
}
