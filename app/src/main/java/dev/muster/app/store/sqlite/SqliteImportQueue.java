package dev.muster.app.store.sqlite;

import dev.muster.app.store.ImportQueue;
import dev.muster.app.store.sql.Sql;
import dev.muster.app.thread.Ticker;
import dev.muster.apply.StoreUnavailable;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The queue of a SQLite file. An import is being run if its job's lock is held; the operating
 * system releases the locks of a dead process, so its imports are taken over within a second.
 * Changes by this process are noticed at their commit, those by other processes by polling every
 * second.
 */
final class SqliteImportQueue implements ImportQueue {

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int FAILURE_DOUBLINGS_MAX = 6;
  private static final int PAGE = 50;

  /**
   * A page of due imports in their order. Those that are due at once, which may be thousands, are
   * found in this order by the index; those that are tried again are few.
   */
  private static final String DUE =
      """
      SELECT jobs.number, jobs.id, jobs.completed_at IS NULL AND jobs.deleted_at IS NULL
        FROM (SELECT job FROM (SELECT job FROM submissions WHERE due_at = 0 AND job > ?1
                                ORDER BY job LIMIT ?3)
              UNION ALL
              SELECT job FROM (SELECT job FROM submissions
                                WHERE due_at > 0 AND due_at <= ?2 AND job > ?1
                                ORDER BY job LIMIT ?3)) AS due
        JOIN jobs ON jobs.number = due.job
       ORDER BY jobs.number LIMIT ?3""";

  private final SqliteDatabase database;
  private final SqliteConnections connections;
  private final Work work;
  private final Closeable news;
  private final Ticker ticker;
  private final List<Thread> threads = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Long, Long> leftAlone =
      new HashMap<>(); // by job number: do not run until, by nanoTime; MAX_VALUE while running
  private volatile int storeFailures;
  private boolean closed;
  private long changes;

  private record Due(long number, String id, boolean unfinished) {}

  SqliteImportQueue(
      SqliteDatabase database, SqliteConnections connections, int imports, Work work) {
    this.database = database;
    this.connections = connections;
    this.work = work;
    deleteOrphans();
    this.ticker = new Ticker("muster-queue", LOOK, this::look);
    this.news = connections.file().news().listen(ticker::now);
    for (int i = 1; i <= imports; i++) {
      Thread thread = new Thread(this::run, "muster-worker-" + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  private void deleteOrphans() {
    Sql sql = connections.reader();
    try {
      connections.file().inputs().deleteOrphans(id -> SqliteSubmittedImports.isKnown(sql, id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      connections.giveBackReader(sql);
    }
  }

  private void look() {
    wake();
    work.look();
  }

  private void wake() {
    lock.lock();
    try {
      changes++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    Optional<Due> next = next();
    while (next.isPresent()) {
      carryOut(next.get());
      next = next();
    }
  }

  /** Waits for a due import that no process is running; empty when the queue is closed. */
  private Optional<Due> next() {
    lock.lock();
    try {
      while (!closed) {
        Optional<Due> due = find();
        if (due.isPresent()) {
          leftAlone.put(due.get().number(), Long.MAX_VALUE);
          return due;
        }
        awaitChange();
      }
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a change, at most a second, because a process may have died. */
  private void awaitChange() throws InterruptedException {
    long left = LOOK.toNanos();
    long before = changes;
    while (left > 0 && changes == before && !closed) {
      left = changed.awaitNanos(left);
    }
  }

  private Optional<Due> find() {
    long now = System.nanoTime();
    leftAlone.values().removeIf(until -> until != Long.MAX_VALUE && until - now <= 0);
    try {
      Sql sql = connections.reader();
      try {
        return find(sql);
      } finally {
        connections.giveBackReader(sql);
      }
    } catch (RuntimeException e) {
      return Optional.empty(); // tried again in a second; this thread is needed then
    }
  }

  /** Reads a page at a time, because most of the imports that wait are not looked at. */
  private Optional<Due> find(Sql sql) {
    long after = 0;
    while (true) {
      List<Due> page =
          sql.list(
              DUE,
              row -> new Due(row.getLong(1), row.getString(2), row.getBoolean(3)),
              after,
              System.currentTimeMillis(),
              PAGE);
      Optional<Due> free =
          page.stream()
              .filter(Due::unfinished)
              .filter(due -> !leftAlone.containsKey(due.number()))
              .filter(due -> !database.isHeld(due.number()))
              .findFirst();
      if (free.isPresent() || page.size() < PAGE) {
        return free;
      }
      after = page.get(PAGE - 1).number();
    }
  }

  @SuppressWarnings("CatchingUnchecked") // this thread is needed for the imports that follow
  private void carryOut(Due due) {
    long alone = 0;
    try {
      switch (work.carryOut(due.id())) {
        case OVER -> withdraw(due);
        case HELD -> alone = LOOK.toNanos();
        case HANDED_OVER ->
            execute("UPDATE submissions SET failures = 0 WHERE job = ?", due.number());
      }
      storeFailures = 0;
    } catch (StoreUnavailable e) {
      alone = afterStoreFailure();
    } catch (RuntimeException | Error e) {
      alone = tryAgainLater(due); // the worker has told why
    } finally {
      leaveAlone(due, alone);
    }
  }

  private void withdraw(Due due) {
    if (isDue(due)) { // else the end of the import has withdrawn it
      execute("UPDATE submissions SET due_at = NULL WHERE job = ?", due.number());
    }
  }

  private boolean isDue(Due due) {
    Sql sql = connections.reader();
    try {
      return sql.number(
              "SELECT count(*) FROM submissions WHERE job = ? AND due_at IS NOT NULL", due.number())
          > 0;
    } finally {
      connections.giveBackReader(sql);
    }
  }

  /** After 1 s, 2 s, 4 s, and so on to about a minute, which the directory remembers. */
  private long tryAgainLater(Due due) {
    try {
      execute(
          "UPDATE submissions SET failures = failures + 1, due_at = ? + (1000 << min(failures, ?))"
              + " WHERE job = ?",
          System.currentTimeMillis(),
          FAILURE_DOUBLINGS_MAX,
          due.number());
      return 0;
    } catch (StoreUnavailable e) {
      return afterStoreFailure();
    }
  }

  /** The same times, if the directory can't be written. */
  private long afterStoreFailure() {
    int failures = Math.min(FAILURE_DOUBLINGS_MAX, storeFailures);
    storeFailures = failures + 1;
    return LOOK.toNanos() << failures;
  }

  private void execute(String statement, Object... parameters) {
    Sql sql = connections.writer();
    try {
      sql.execute(statement, parameters);
    } finally {
      connections.giveBackWriter(sql);
    }
  }

  private void leaveAlone(Due due, long nanos) {
    lock.lock();
    try {
      if (nanos == 0) {
        leftAlone.remove(due.number());
      } else {
        leftAlone.put(due.number(), System.nanoTime() + nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
      news.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      ticker.close();
    }
  }
}
