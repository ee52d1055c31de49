package dev.muster.app.store;

import dev.muster.app.thread.ImportThreads;
import dev.muster.apply.StoreUnavailable;
import java.io.Closeable;
import java.util.Optional;

/**
 * A directory and its imports, opened once by a process. Thread-safe: each thread opens a {@link
 * Session} of its own, and any number of processes may have the same database open.
 */
public interface Database extends AutoCloseable {

  /** How the database is told apart from others, without secrets: {@code sqlite:muster.db}. */
  String name();

  /**
   * A session, for one thread at a time. It borrows a connection, which is given back when the
   * session is closed.
   *
   * @throws StoreUnavailable if the database can't be reached
   */
  Session open();

  /** A session that only reads: it waits for no writer, and what tries to write by it fails. */
  Session openReading();

  /**
   * Claims a job for the caller until closed, or until this process or database ends; empty when
   * somebody else has it, in this process or in another one.
   */
  Optional<Closeable> hold(long jobNumber);

  /** Whether somebody holds a job. Asking keeps nobody from claiming it. */
  boolean isHeld(long jobNumber);

  /**
   * Calls the listener when submitted imports change, and now and then, until closed. One thread
   * calls all listeners in turn.
   *
   * @param listener returns soon
   */
  Closeable onJobChanged(Runnable listener);

  /**
   * Takes a place at the queue of submitted imports, for this process.
   *
   * @param node the name of this process
   * @param imports how many it works on at a time
   * @throws StoreUnavailable if the database can't be reached
   */
  ImportQueue join(String node, int imports, ImportQueue.Work work);

  /** What the imports of this process read, prepare and write on. */
  ImportThreads threads();

  /** Closes what idle sessions leave behind; sessions that are open become useless. */
  @Override
  void close();
}
