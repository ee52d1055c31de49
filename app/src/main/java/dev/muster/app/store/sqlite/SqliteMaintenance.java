package dev.muster.app.store.sqlite;

import dev.muster.app.job.Job;
import dev.muster.app.store.DatabaseStatus.Sizes;
import dev.muster.app.store.DatabaseStatus.TableState;
import dev.muster.app.store.Schema;
import dev.muster.app.store.jdbc.JdbcMaintenance;
import dev.muster.app.store.jobs.JdbcJobStore;
import dev.muster.app.store.sql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.sqlite.SQLiteConfig;

/** Maintenance of a SQLite file. */
public final class SqliteMaintenance extends JdbcMaintenance {

  private static final List<String> JOB_TABLES =
      List.of(
          "jobs",
          "job_chunks",
          "job_problems",
          "job_invitations",
          "job_claims",
          "job_missing",
          "job_missing_users",
          "submissions",
          "uploads");

  private static final int BUSY_MILLIS = 15_000;

  private final Path file;
  private final SqliteErrors errors;

  public SqliteMaintenance(Path file) {
    this.file = file;
    this.errors = new SqliteErrors(file);
  }

  @Override
  public String name() {
    return "sqlite:" + file;
  }

  @Override
  public String kind() {
    return "sqlite";
  }

  @Override
  public Schema schema() {
    if (DatabaseFile.obstacle(file).isPresent()) {
      return Schema.foreign(SqliteSchema.VERSION);
    }
    return Files.exists(file)
        ? reading(sql -> SqliteSchema.look(sql.connection()))
        : Schema.absent(SqliteSchema.VERSION);
  }

  @Override
  public void migrate() {
    SqliteDatabase.open(file).close();
  }

  @Override
  protected String product(Sql sql) {
    return "SQLite " + sql.first("SELECT sqlite_version()", row -> row.getString(1)).orElse("");
  }

  @Override
  protected LongPredicate held(Sql sql) {
    return this::isHeld;
  }

  @Override
  protected LongPredicate submitted(Sql sql) {
    Set<Long> submitted =
        new HashSet<>(sql.list("SELECT job FROM submissions", row -> row.getLong(1)));
    return submitted::contains;
  }

  /** A missing input is no damage if its import was finished or deleted after the check began. */
  @Override
  protected boolean hasInput(Sql sql, Job job) {
    return inputs().holds(job.id())
        || reading(
            now ->
                new JdbcJobStore(now)
                    .find(job.id())
                    .filter(found -> !found.state().finished())
                    .isEmpty());
  }

  private InputFolder inputs() {
    return new InputFolder(Path.of(file + "-inputs"));
  }

  @Override
  protected List<TableState> tables(Sql sql) {
    return List.of();
  }

  @Override
  protected Sizes sizes(Sql sql) {
    Map<String, Long> bytes = new HashMap<>();
    sql.list(
        """
        SELECT m.tbl_name, sum(s.pgsize) FROM dbstat AS s JOIN sqlite_master AS m USING (name)
         WHERE s.aggregate = 1 GROUP BY m.tbl_name""",
        row -> bytes.put(row.getString(1), row.getLong(2)));
    long inputs = inputs().bytes();
    return new Sizes(
        bytes.getOrDefault("users", 0L),
        bytes.getOrDefault("login_keys", 0L),
        inputs + JOB_TABLES.stream().mapToLong(table -> bytes.getOrDefault(table, 0L)).sum(),
        inputs + size(file) + size(Path.of(file + "-wal")));
  }

  private static long size(Path path) {
    try {
      return Files.exists(path) ? Files.size(path) : 0;
    } catch (IOException e) {
      return 0; // the file was deleted meanwhile
    }
  }

  private boolean isHeld(long job) {
    try (SharedSqliteFile locks = SharedSqliteFile.of(file)) {
      return locks.jobs().isHeld(job);
    }
  }

  @Override
  protected <T> T reading(Reading<T> work) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
        Sql sql = new Sql(new SqliteDialect(connection, errors))) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA query_only = ON");
      }
      return work.by(sql);
    } catch (SQLException e) {
      throw errors.explain(e);
    }
  }
}
