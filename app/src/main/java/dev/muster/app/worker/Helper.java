package dev.muster.app.worker;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Imports;
import dev.muster.app.job.StopSignal;
import dev.muster.app.joblog.Job;
import dev.muster.app.store.PostgresStore;
import dev.muster.apply.StoreUnavailable;
import dev.muster.problem.InputRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * What a worker does that has no import of its own: it helps to hash the plain passwords of
 * others'. On a thread of its own.
 */
final class Helper implements AutoCloseable {

  private static final int LAST_PASSWORDS_SECONDS = 30;

  private final PostgresStore directory;
  private final String node;
  private final Worker.Door door;
  private final BooleanSupplier idle;
  private final WorkEvents events;
  private final StopSignal stop = new StopSignal();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final Set<String> helped = new HashSet<>(); // as far as it could; of the helping thread
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "muster-help"));

  /**
   * A helper that waits to be called.
   *
   * @param idle whether the worker has nothing else to do
   */
  Helper(
      PostgresStore directory,
      String node,
      Worker.Door door,
      BooleanSupplier idle,
      WorkEvents events) {
    this.directory = directory;
    this.node = node;
    this.door = door;
    this.idle = idle;
    this.events = events;
  }

  /** Somebody may want help. Returns at once. */
  void look() {
    if (idle.getAsBoolean() && !stop.raised() && busy.compareAndSet(false, true)) {
      thread.execute(
          () -> {
            try {
              help();
            } finally {
              busy.set(false);
            }
          });
    }
  }

  private void help() {
    try (PostgresStore own = directory.another()) {
      for (String id : own.submitted().orElseThrow().hashes().wanted()) {
        if (wanted() && !helped.contains(id)) {
          help(own, id);
        }
      }
    } catch (StoreUnavailable e) {
      return; // it is looked again before long
    }
  }

  private void help(PostgresStore own, String id) {
    Optional<Job> job = own.jobs().find(id);
    if (job.isEmpty()) {
      return;
    }
    try (Imports imports = door.open(own, stop)) {
      long hashed = imports.help(job.get(), node, this::wanted);
      if (wanted()) {
        helped.add(id); // the rest is done, or others are at it
      }
      if (hashed > 0) {
        events.helped(job.get(), hashed);
      }
    } catch (IOException | UncheckedIOException | InputRefused | UsageProblem e) {
      helped.add(id); // whoever carries the import out meets the same, and tells
    }
  }

  private boolean wanted() {
    return idle.getAsBoolean() && !stop.raised();
  }

  /** Stops before the next password, and waits for that. */
  @Override
  public void close() {
    stop.raise();
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LAST_PASSWORDS_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
