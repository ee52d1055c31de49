package dev.muster.app.store.jdbc;

import dev.muster.app.job.Job;
import dev.muster.app.store.CheckProgress;
import dev.muster.app.store.CheckReport;
import dev.muster.app.store.DatabaseMaintenance;
import dev.muster.app.store.DatabaseStatus;
import dev.muster.app.store.DatabaseStatus.RunningJob;
import dev.muster.app.store.DatabaseStatus.Sizes;
import dev.muster.app.store.DatabaseStatus.TableState;
import dev.muster.app.store.check.DirectoryCheck;
import dev.muster.app.store.sql.Sql;
import java.sql.SQLException;
import java.util.List;
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

  /** Runs {@code work} on a new connection. */
  protected abstract <T> T reading(Reading<T> work);

  /** A read-only operation. */
  public interface Reading<T> {
    T by(Sql sql) throws SQLException;
  }
}
