package dev.muster.app.store.sqlite;

import dev.muster.app.store.sql.Sql;
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
    listeners.add(listener);
    return () -> listeners.remove(listener); // once; it may be there several times
  }
}
