package dev.muster.app.store;

import dev.muster.app.store.DatabaseStatus.RunningJob;
import dev.muster.app.store.DatabaseStatus.Sizes;
import dev.muster.app.store.DatabaseStatus.TableState;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongPredicate;

/** Maintenance that both kinds of database share. */
abstract sealed class JdbcMaintenance implements DatabaseMaintenance
    permits SqliteMaintenance, PostgresMaintenance {

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
  abstract String product(Sql sql);

  /** A predicate on job numbers: whether a process holds the job's lock. */
  abstract LongPredicate held(Sql sql);

  /** A predicate on job numbers: whether the job was submitted to workers. */
  abstract LongPredicate submitted(Sql sql);

  abstract Sizes sizes(Sql sql);

  /** The server's table statistics; empty if it keeps none. */
  abstract List<TableState> tables(Sql sql);

  /** Runs {@code work} on a new connection. */
  abstract <T> T reading(Reading<T> work);

  /** A read-only operation. */
  interface Reading<T> {
    T by(Sql sql) throws SQLException;
  }
}
