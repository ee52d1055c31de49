package dev.muster.app.store;

import dev.muster.app.tempfile.TemporaryFolder;
import dev.muster.app.thread.ImportThreads;
import dev.muster.apply.StoreUnavailable;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * An open database, which holds a directory and its imports. Thread-safe: each thread opens its own
 * {@link Session}. Several processes may open the same database.
 */
public interface Database extends AutoCloseable {

  /** The database's display name, without secrets, such as {@code sqlite:muster.db}. */
  String name();

  /**
   * Opens a session for use by one thread at a time. It borrows a connection until it is closed.
   *
   * @throws StoreUnavailable if the database can't be reached
   */
  Session open();

  /** Opens a read-only session. It never waits for a writer; attempts to write fail. */
  Session openReading();

  /**
   * Locks a job until the result is closed, the database is closed or this process ends. Empty if
   * the job is locked already, by this process or another one.
   */
  Optional<Closeable> hold(long jobNumber);

  /** Whether a job is locked. This check never makes a concurrent {@link #hold} fail. */
  boolean isHeld(long jobNumber);

  /**
   * Reserves the indexing of users for the caller, until the result is closed, the database is
   * closed or this process ends. Empty if this process or another one has reserved it already.
   */
  Optional<Closeable> holdIndexing();

  /**
   * Calls the listener when submitted imports change, and also periodically, until the result is
   * closed. A single thread calls all listeners.
   *
   * @param listener must return quickly
   */
  Closeable onJobChanged(Runnable listener);

  /**
   * Starts to run submitted imports in this process, until the result is closed.
   *
   * @param node the display name of this process
   * @param imports the number of imports to run concurrently
   * @param work runs an import
   * @throws StoreUnavailable if the database can't be reached
   */
  ImportQueue join(String node, int imports, ImportQueue.Work work);

  /**
   * A folder for temporary copies of inputs, on the file system where the inputs of submitted
   * imports are stored, if they are files. It is deleted when the database is closed.
   *
   * @throws IOException if it can't be created
   */
  TemporaryFolder uploads() throws IOException;

  /** How many sessions this process has open. */
  SessionUse sessions();

  /** The threads on which imports of this process read, prepare and write. */
  ImportThreads threads();

  /** Closes all connections. Sessions that are still open must not be used any more. */
  @Override
  void close();
}
