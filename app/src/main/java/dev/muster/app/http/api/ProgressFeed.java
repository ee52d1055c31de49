package dev.muster.app.http.api;

import dev.muster.app.job.Job;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.apply.StoreUnavailable;
import dev.muster.report.Tally;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks at imports for all clients that follow them: one thread and one listener of the database,
 * both only while there are clients. Thread-safe.
 */
final class ProgressFeed {

  private static final System.Logger LOG = System.getLogger(ProgressFeed.class.getName());

  /** Imports of the command line send no notifications. */
  private static final long LOOK_MILLIS = 1000;

  /** The least time between two looks, because chunks may be committed many times a second. */
  private static final long PAUSE_MILLIS = 100;

  private final Database database;
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private final Semaphore news = new Semaphore(0);
  private final Semaphore stopped = new Semaphore(0);
  private @Nullable Thread thread;
  private volatile boolean closed;

  ProgressFeed(Database database) {
    this.database = database;
  }

  /** Follows an import. Its methods must return quickly. */
  interface Watcher {

    String jobId();

    /** How the import stands now; also called if nothing has changed. */
    void look(ProgressEvent event);

    /** The import was deleted, or the server stops. */
    void end();
  }

  /** Adds a watcher, which is told at once and from then on. */
  synchronized void add(Watcher watcher) {
    if (closed) {
      watcher.end();
      return;
    }
    watchers.add(watcher);
    news.release();
    if (thread == null) {
      thread = new Thread(this::run, "muster-progress");
      thread.setDaemon(true);
      thread.start();
    }
  }

  void remove(Watcher watcher) {
    watchers.remove(watcher);
  }

  /** Ends all watchers. */
  synchronized void close() {
    closed = true;
    stopped.release();
    news.release();
    watchers.forEach(Watcher::end);
    watchers.clear();
  }

  private void run() {
    Map<String, ProgressRate> rates = new HashMap<>();
    Closeable listening = database.onJobChanged(news::release);
    try (listening) {
      while (goesOn()) {
        if (news.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          news.drainPermits();
        }
        lookSafely(rates);
        if (stopped.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "imports can't be followed", e);
      giveUp();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      giveUp();
    }
  }

  /** Whether there are watchers; if not, this thread ends, and the next watcher starts another. */
  private synchronized boolean goesOn() {
    if (watchers.isEmpty() || closed) {
      thread = null;
      return false;
    }
    return true;
  }

  private synchronized void giveUp() {
    thread = null;
    watchers.forEach(Watcher::end);
    watchers.clear();
  }

  private void lookSafely(Map<String, ProgressRate> rates) {
    try (Session session = database.openReading()) {
      HashSet<String> jobs = new HashSet<>();
      watchers.forEach(watcher -> jobs.add(watcher.jobId()));
      rates.keySet().retainAll(jobs);
      for (String id : jobs) {
        look(session, id, rates.computeIfAbsent(id, any -> new ProgressRate()));
      }
    } catch (StoreUnavailable e) {
      LOG.log(System.Logger.Level.DEBUG, "imports can't be looked at now: {0}", e.getMessage());
    }
  }

  private void look(Session session, String id, ProgressRate rate) {
    Optional<Job> job = session.jobs().find(id);
    Optional<ProgressEvent> event = job.map(found -> event(session, found, rate));
    for (Watcher watcher : watchers) {
      if (watcher.jobId().equals(id)) {
        event.ifPresentOrElse(watcher::look, watcher::end);
      }
    }
  }

  private static ProgressEvent event(Session session, Job job, ProgressRate rate) {
    Tally tally = session.jobs().tally(job);
    OptionalDouble now = rate.observe(tally.total(), System.nanoTime());
    return new ProgressEvent(job.state(), job.records(), tally, now);
  }
}
