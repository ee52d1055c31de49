package dev.muster.app.store.jdbc;

import dev.muster.app.job.Job;
import dev.muster.app.store.CheckProgress;
import dev.muster.app.store.CheckReport;
import dev.muster.app.store.DatabaseMaintenance;
import dev.muster.app.store.DatabaseStatus;
import dev.muster.app.store.DatabaseStatus.RunningJob;
import dev.muster.app.store.DatabaseStatus.Sizes;
import dev.muster.app.store.DatabaseStatus.TableState;
import dev.muster.app.store.WorkerState;
import dev.muster.app.store.check.DirectoryCheck;
import dev.muster.app.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** Maintenance that both kinds of database share. */
public abstract class JdbcMaintenance implements DatabaseMaintenance {

  @Override
  public final DatabaseStatus status() {
    return reading(sql -> sql.inSnapshot(() -> status(sql)));
  }

  @Override
  public final CheckReport check(CheckProgress progress) {
    return reading(sql -> new DirectoryCheck(sql, progress, lacksInput(sql)).run());
  }

  private DatabaseStatus status(Sql sql) {
    StatusQueries queries = new StatusQueries(sql);
    List<RunningJob> running = queries.running(held(sql), submitted(sql));
    return new DatabaseStatus(
        product(sql),
        queries.usersByRealm(),
        queries.keys(),
        sizes(sql),
        queries.jobs(running),
        running,
        queries.oldestWaiting(),
        tables(sql));
  }

  @Override
  public final List<WorkerState> workers() {
    return reading(sql -> sql.inSnapshot(() -> workers(sql)));
  }

  private List<WorkerState> workers(Sql sql) {
    StatusQueries queries = new StatusQueries(sql);
    Map<String, String> nodes = queries.nodes();
    Map<String, Instant> heartbeats = heartbeats(sql);
    List<WorkerState> connected = connected(sql);
    List<WorkerState> workers = new ArrayList<>();
    Set<String> busy = new HashSet<>();
    for (RunningJob job : queries.running(held(sql), submitted(sql))) {
      String node = nodes.get(job.id());
      if (node != null && job.held()) {
        busy.add(node);
        Optional<Instant> since =
            connected.stream()
                .filter(each -> each.node().equals(node))
                .findFirst()
                .flatMap(WorkerState::since);
        Optional<Instant> seen = Optional.ofNullable(heartbeats.get(job.id()));
        workers.add(new WorkerState(node, since, seen, Optional.of(job)));
      }
    }
    connected.stream().filter(each -> !busy.contains(each.node())).forEach(workers::add);
    return List.copyOf(workers);
  }

  private Predicate<Job> lacksInput(Sql sql) {
    LongPredicate submitted = submitted(sql);
    return job -> !job.state().finished() && submitted.test(job.number()) && !hasInput(sql, job);
  }

  /** The database's name and version. */
  protected abstract String product(Sql sql);

  /** A predicate on job numbers: whether a process holds the job's lock. */
  protected abstract LongPredicate held(Sql sql);

  /** A predicate on job numbers: whether the job was submitted to workers. */
  protected abstract LongPredicate submitted(Sql sql);

  /** Whether the input of a submitted, unfinished job is stored completely. */
  protected abstract boolean hasInput(Sql sql, Job job);

  protected abstract Sizes sizes(Sql sql);

  /** The server's table statistics; empty if it keeps none. */
  protected abstract List<TableState> tables(Sql sql);

  /** The workers that are connected; none if the database does not show them. */
  protected List<WorkerState> connected(Sql sql) {
    return List.of();
  }

  /** The last sign of life of the workers of running imports, by the imports' ids. */
  protected Map<String, Instant> heartbeats(Sql sql) {
    return Map.of();
  }

  /** Runs {@code work} on a new connection. */
  protected abstract <T> T reading(Reading<T> work);

  /** A read-only operation. */
  public interface Reading<T> {
    T by(Sql sql) throws SQLException;
  }
}
