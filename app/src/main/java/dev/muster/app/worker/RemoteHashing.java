package dev.muster.app.worker;

import dev.muster.app.job.Job;
import dev.muster.app.job.run.Imports;
import dev.muster.app.job.run.StopSignal;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.app.store.SharedHashes;
import dev.muster.apply.StoreUnavailable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * While a worker is idle, hashes plain-text passwords of imports that other nodes run. Uses its own
 * thread.
 */
final class RemoteHashing implements AutoCloseable {

  /** How long to wait before looking again at an import that had no unclaimed portions left. */
  private static final Duration SOME_WHILE = Duration.ofSeconds(10);

  /** How long to wait after an error. */
  private static final Duration LONG_WHILE = Duration.ofMinutes(1);

  private static final int LAST_PASSWORDS_SECONDS = 30;

  private final Database database;
  private final String node;
  private final Worker.ImportsFactory factory;
  private final BooleanSupplier idle;
  private final WorkEvents events;
  private final StopSignal stop = new StopSignal();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final Map<String, Long> leftAlone = new HashMap<>(); // until when, by nanoTime
  private final ExecutorService thread = Executors.newSingleThreadExecutor(RemoteHashing::daemon);

  /**
   * Does nothing until {@link #look} is called.
   *
   * @param idle whether the worker runs no import
   */
  RemoteHashing(
      Database database,
      String node,
      Worker.ImportsFactory factory,
      BooleanSupplier idle,
      WorkEvents events) {
    this.database = database;
    this.node = node;
    this.factory = factory;
    this.idle = idle;
    this.events = events;
  }

  /** Starts to look, in the background, for imports that want help. Returns at once. */
  void look() {
    if (goesOn() && busy.compareAndSet(false, true)) {
      try {
        thread.execute(this::helpAll);
      } catch (RejectedExecutionException e) {
        busy.set(false); // closed meanwhile
      }
    }
  }

  private void helpAll() {
    try (Session own = database.open()) {
      List<String> wanted = own.submitted().hashes().map(SharedHashes::wanted).orElse(List.of());
      leftAlone.keySet().retainAll(wanted); // the other imports have ended
      for (String id : wanted) {
        Optional<Job> job = goesOn() && isDue(id) ? own.jobs().find(id) : Optional.empty();
        job.ifPresent(found -> help(own, found));
      }
    } catch (StoreUnavailable e) {
      return; // the next look() tries again
    } finally {
      busy.set(false);
    }
  }

  private void help(Session own, Job job) {
    leaveAlone(job, LONG_WHILE);
    try (Imports imports = factory.open(own, stop)) {
      long hashed = imports.help(job, node, this::goesOn);
      if (hashed > 0) {
        events.helped(job, hashed);
      }
      leaveAlone(job, goesOn() ? SOME_WHILE : Duration.ZERO);
    } catch (Exception e) {
      events.helpFailed(job, e);
    }
  }

  private void leaveAlone(Job job, Duration time) {
    leftAlone.put(job.id(), System.nanoTime() + time.toNanos());
  }

  private boolean isDue(String id) {
    Long until = leftAlone.get(id);
    return until == null || System.nanoTime() - until >= 0;
  }

  private boolean goesOn() {
    return idle.getAsBoolean() && !stop.raised();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "muster-help");
    thread.setDaemon(true);
    return thread;
  }

  /** Requests a stop before the next password. */
  void stop() {
    stop.raise();
  }

  /** Stops, and waits for that for a limited time. */
  @Override
  public void close() {
    stop();
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LAST_PASSWORDS_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow(); // a large input is being copied; the daemon thread ends with the
        // process
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
