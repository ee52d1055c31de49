package dev.muster.app.store;

import dev.muster.apply.StoreUnavailable;

/**
 * A database as its operator sees it, from outside: whatever it holds, looking at it changes
 * nothing. All that is asked of it throws {@link StoreUnavailable} if it can't be read.
 */
public interface DatabaseMaintenance {

  /** How people call it, without secrets. */
  String name();

  /** The kind of database, as addresses begin: {@code sqlite}, {@code postgresql}. */
  String kind();

  /** Which tables are in it. */
  Schema schema();

  /**
   * Makes the tables of this version where there are none, and brings older ones to it.
   *
   * @throws StoreUnavailable if that is impossible; nothing was changed then
   */
  void migrate();

  /** What is in it, by counting; only for tables of the known version. */
  DatabaseStatus status();

  /** Compares everything with everything; only for tables of the known version. */
  CheckReport check(CheckProgress progress);
}
