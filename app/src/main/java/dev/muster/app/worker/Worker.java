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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Carries out submitted imports, some at a time, from its start until it is closed. Any number of
 * workers, in as many processes, share the work of a directory; each import has one at a time.
 */
public final class Worker implements AutoCloseable {

  private final Database database;
  private final String node;
  private final ImportsFactory factory;
  private final WorkEvents events;
  private final Map<String, StopSignal> underWay = new ConcurrentHashMap<>();
  private final RemoteHashing remoteHashing;
  private volatile boolean stopping;
  private volatile @Nullable ImportQueue queue;

  /**
   * A worker that has not begun yet.
   *
   * @param database left open
   * @param node the name of this process, also shown with the imports it works on
   * @param factory makes what imports are carried out by
   */
  public Worker(Database database, String node, ImportsFactory factory, WorkEvents events) {
    this.database = database;
    this.node = node;
    this.factory = factory;
    this.events = events;
    this.remoteHashing = new RemoteHashing(database, node, factory, underWay::isEmpty, events);
  }

  /**
   * Begins, on threads of its own.
   *
   * @param imports how many are carried out at a time
   * @throws StoreUnavailable if the directory can't be reached
   */
  public void start(int imports) {
    try (Session session = database.open()) {
      session.submitted().hashes().ifPresent(SharedHashes::forgetEnded);
    }
    queue = database.join(node, imports, new Work());
  }

  /**
   * Stops the imports under way at their next safe points, hands them to other nodes, and waits for
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

  /** Makes what one import is carried out by. */
  public interface ImportsFactory {

    /**
     * The imports of a session.
     *
     * @param stop asks the import to stop
     */
    Imports open(Session store, StopSignal stop);
  }

  /** What the queue wants. */
  private final class Work implements ImportQueue.Work {

    @Override
    public End carryOut(String jobId) {
      StopSignal stop = new StopSignal();
      if (underWay.putIfAbsent(jobId, stop) != null) {
        return End.HELD; // this node was taken for dead, and is still at work on it
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
        return; // the imports themselves notice that, and tell
      }
    }

    private static void stopIfAsked(Session session, String jobId, StopSignal stop) {
      if (session.jobs().find(jobId).flatMap(session.jobs()::stopRequested).isPresent()) {
        stop.raise();
      }
    }
  }
}
