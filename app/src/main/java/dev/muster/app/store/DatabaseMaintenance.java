package dev.muster.app.store;

import dev.muster.apply.StoreUnavailable;
import java.util.List;

/**
 * Inspects and migrates a database, whatever version its tables are of. Only {@link #migrate}
 * changes it. Every method throws {@link StoreUnavailable} if the database can't be read.
 */
public interface DatabaseMaintenance {

  /** The database's display name, without secrets. */
  String name();

  /** The scheme of its addresses: {@code sqlite} or {@code postgresql}. */
  String kind();

  /** The version of its tables. */
  Schema schema();

  /**
   * Creates the tables, or upgrades older ones to this program's version.
   *
   * @throws StoreUnavailable if that is impossible; nothing is changed then
   */
  void migrate();

  /** Counts and sizes of its contents. Requires tables of this program's version. */
  DatabaseStatus status();

  /**
   * The workers: on PostgreSQL all that are connected, on SQLite those that carry out an import.
   * Requires tables of this program's version.
   */
  List<WorkerState> workers();

  /** Checks that the tables are consistent. Requires tables of this program's version. */
  CheckReport check(CheckProgress progress);
}
