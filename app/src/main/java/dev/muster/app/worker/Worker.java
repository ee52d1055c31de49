package dev.muster.app.worker;

import dev.muster.app.job.Job;
import dev.muster.app.job.run.Imports;
import dev.muster.app.job.run.StopSignal;
import dev.muster.app.store.Database;
import dev.muster.app.store.ImportQueue;
import dev.muster.app.store.ImportQueue.End;
import dev.muster.app.store.Session;
import dev.muster.app.store.SharedHashes;
import dev.muster.apply.StoreUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs submitted imports, several concurrently, from {@link #start} until it is closed. Any number
 * of workers, in different processes, may share a directory; each import is run by one of them at a
 * time.
 */
public final class Worker implements AutoCloseable {

  /** Small imports that follow each other keep a worker busy, although some time passes between. */
  private static final Duration JUST_ENDED = Duration.ofSeconds(1);

  private final Database database;
  private final String node;
  private final ImportsFactory factory;
  private final WorkEvents events;
  private final Map<String, StopSignal> underWay = new ConcurrentHashMap<>();
  private final RemoteHashing remoteHashing;
  private volatile boolean stopping;
  private volatile long endedNanos = System.nanoTime() - JUST_ENDED.toNanos();
  private volatile @Nullable ImportQueue queue;

  /**
   * Creates a worker that has not started yet.
   *
   * @param database not closed by the worker
   * @param node the display name of this process, also shown with the imports that it runs
   * @param factory opens {@link Imports} for each import
   */
  public Worker(Database database, String node, ImportsFactory factory, WorkEvents events) {
    this.database = database;
    this.node = node;
    this.factory = factory;
    this.events = events;
    this.remoteHashing = new RemoteHashing(database, node, factory, underWay::isEmpty, events);
  }

  /**
   * Starts to take imports, on threads of its own.
   *
   * @param imports how many to run concurrently
   * @throws StoreUnavailable if the directory can't be reached
   */
  public void start(int imports) {
    try (Session session = database.open()) {
      session.submitted().hashes().ifPresent(SharedHashes::forgetEnded);
    }
    queue = database.join(node, imports, new Work());
  }

  /** Whether imports are being run, or were within the last second. Thread-safe. */
  public boolean isBusy() {
    return !underWay.isEmpty() || System.nanoTime() - endedNanos < JUST_ENDED.toNanos();
  }

  /**
   * Stops the running imports at their next safe points, hands them to other nodes, and waits for
   * that. Thread-safe.
   */
  @Override
  public void close() {
    stopping = true;
    underWay.values().forEach(StopSignal::raise);
    remoteHashing.stop();
    ImportQueue joined = queue;
    if (joined != null) {
      joined.close();
    }
    remoteHashing.close();
  }

  /** Opens {@link Imports} for one import. */
  public interface ImportsFactory {

    /**
     * Opens the imports of a session.
     *
     * @param stop stops the import when raised
     */
    Imports open(Session store, StopSignal stop);
  }

  /** Runs imports for the queue. */
  private final class Work implements ImportQueue.Work {

    @Override
    public End carryOut(String jobId) {
      StopSignal stop = new StopSignal();
      if (underWay.putIfAbsent(jobId, stop) != null) {
        return End.HELD; // this node was considered dead, but still runs it
      }
      try (Session own = database.open();
          Imports imports = factory.open(own, stop)) {
        if (stopping) {
          return End.HANDED_OVER;
        }
        Optional<Job> job = own.jobs().find(jobId);
        return job.isEmpty()
            ? End.OVER
            : new WorkedImport(own, imports, stop, node, events).carryOut(job.get());
      } catch (IOException e) {
        events.failed(jobId, e);
        throw new UncheckedIOException(e);
      } catch (WorkFailed e) {
        events.failed(jobId, e.reason());
        throw e;
      } catch (RuntimeException | Error e) {
        events.failed(jobId, e);
        throw e;
      } finally {
        endedNanos = System.nanoTime();
        underWay.remove(jobId, stop);
      }
    }

    @Override
    public void look() {
      remoteHashing.look();
      if (underWay.isEmpty()) {
        return;
      }
      try (Session session = database.open()) {
        underWay.forEach((jobId, stop) -> stopIfAsked(session, jobId, stop));
      } catch (StoreUnavailable e) {
        return; // running imports notice and report it themselves
      }
    }

    @Override
    public void lost() {
      events.lost();
    }

    @Override
    public void found() {
      events.found();
    }

    private static void stopIfAsked(Session session, String jobId, StopSignal stop) {
      if (session.jobs().find(jobId).flatMap(session.jobs()::stopRequested).isPresent()) {
        stop.raise();
      }
    }
  }
}
