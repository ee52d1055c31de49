package dev.muster.app.store.jdbc;

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

/** What databases have in common when they are looked at from outside. */
public abstract class JdbcMaintenance implements DatabaseMaintenance {

  @Override
  public final DatabaseStatus status() {
    return reading(sql -> sql.inSnapshot(() -> status(sql)));
  }

  @Override
  public final CheckReport check(CheckProgress progress) {
    return reading(sql -> new DirectoryCheck(sql, progress).run());
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
        tables(sql));
  }

  /** The database's name and version. */
  protected abstract String product(Sql sql);

  /** Tells by a job's number whether a process is at work on it. */
  protected abstract LongPredicate held(Sql sql);

  /** Tells by a job's number whether it was submitted, for workers to go on with. */
  protected abstract LongPredicate submitted(Sql sql);

  protected abstract Sizes sizes(Sql sql);

  /** What the database keeps count of; empty where it doesn't. */
  protected abstract List<TableState> tables(Sql sql);

  /** Lets work read over a connection of its own. */
  protected abstract <T> T reading(Reading<T> work);

  /** Work that only reads. */
  public interface Reading<T> {
    T by(Sql sql) throws SQLException;
  }
}
