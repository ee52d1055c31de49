package dev.muster.app.store.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.muster.app.job.Job;
import dev.muster.app.store.DatabaseStatus.Sizes;
import dev.muster.app.store.DatabaseStatus.TableState;
import dev.muster.app.store.Schema;
import dev.muster.app.store.WorkerState;
import dev.muster.app.store.jdbc.JdbcMaintenance;
import dev.muster.app.store.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/** Maintenance of a PostgreSQL database. */
public final class PostgresMaintenance extends JdbcMaintenance {

  private static final String HELD_JOBS =
      """
      SELECT objid::bigint FROM pg_locks
       WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid::bigint = ?
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""";

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
          "job_inputs",
          "job_hashes",
          "uploads",
          "upload_parts");

  private static final String TABLES =
      """
      SELECT relname, n_live_tup, n_dead_tup, greatest(last_vacuum, last_autovacuum),
             greatest(last_analyze, last_autoanalyze)
        FROM pg_stat_user_tables
       WHERE relid IN (to_regclass('users'), to_regclass('login_keys'), to_regclass('job_chunks'))
       ORDER BY n_live_tup DESC, relname""";

  private final PostgresAddress address;
  private final PostgresErrors errors;

  public PostgresMaintenance(PostgresAddress address) {
    this.address = address;
    this.errors = new PostgresErrors(address);
  }

  @Override
  public String name() {
    return address.name();
  }

  @Override
  public String kind() {
    return "postgresql";
  }

  @Override
  public Schema schema() {
    return reading(sql -> PostgresSchema.look(sql.connection(), address));
  }

  @Override
  public void migrate() {
    PostgresDatabase.open(address).close();
  }

  @Override
  protected String product(Sql sql) {
    return "PostgreSQL " + sql.first("SHOW server_version", row -> row.getString(1)).orElse("");
  }

  @Override
  protected LongPredicate held(Sql sql) {
    Set<Long> held =
        new HashSet<>(sql.list(HELD_JOBS, row -> row.getLong(1), (long) PostgresLocks.JOB_LOCK));
    return held::contains;
  }

  @Override
  protected LongPredicate submitted(Sql sql) {
    Set<Long> submitted =
        new HashSet<>(sql.list("SELECT job FROM submissions", row -> row.getLong(1)));
    return submitted::contains;
  }

  @Override
  protected boolean hasInput(Sql sql, Job job) {
    boolean ofUpload =
        sql.number(
                "SELECT count(*) FROM submissions AS s JOIN uploads ON uploads.number = s.upload"
                    + " WHERE s.job = ?",
                job.number())
            > 0;
    return ofUpload
        || sql.number("SELECT parts FROM submissions WHERE job = ?", job.number())
            == sql.number("SELECT count(*) FROM job_inputs WHERE job = ?", job.number());
  }

  @Override
  protected Sizes sizes(Sql sql) {
    CitusQueries citus = new CitusQueries(sql);
    return new Sizes(
        citus.bytes(List.of("users")),
        citus.bytes(List.of("login_keys")),
        citus.bytes(JOB_TABLES),
        sql.number("SELECT pg_database_size(current_database())") + citus.bytesElsewhere());
  }

  @Override
  protected List<TableState> tables(Sql sql) {
    CitusQueries citus = new CitusQueries(sql);
    return sql.list(TABLES, PostgresMaintenance::table).stream()
        .map(table -> citus.isDistributed(table.name()) ? onAllNodes(table, citus) : table)
        .toList();
  }

  private static TableState onAllNodes(TableState table, CitusQueries citus) {
    return new TableState(
        table.name(),
        citus.statistic(table.name(), "n_live_tup"),
        citus.statistic(table.name(), "n_dead_tup"),
        table.vacuumed(),
        table.analyzed());
  }

  private static TableState table(ResultSet row) throws SQLException {
    return new TableState(
        row.getString(1),
        row.getLong(2),
        row.getLong(3),
        instant(row.getTimestamp(4)),
        instant(row.getTimestamp(5)));
  }

  private static Optional<Instant> instant(Timestamp time) {
    return Optional.ofNullable(time).map(Timestamp::toInstant);
  }

  @Override
  protected List<WorkerState> connected(Sql sql) {
    return sql.list(
        """
        SELECT substr(application_name, ?), backend_start, now() FROM pg_stat_activity
         WHERE datname = current_database() AND left(application_name, ?) = ?
         ORDER BY backend_start, application_name""",
        row ->
            new WorkerState(
                row.getString(1),
                instant(row.getTimestamp(2)),
                instant(row.getTimestamp(3)),
                Optional.empty()),
        Notifications.WORKER.length() + 1,
        Notifications.WORKER.length(),
        Notifications.WORKER);
  }

  @Override
  protected Map<String, Instant> heartbeats(Sql sql) {
    Map<String, Instant> heartbeats = new HashMap<>();
    sql.list(
        """
        SELECT task_instance, last_heartbeat FROM import_queue
         WHERE picked AND last_heartbeat IS NOT NULL""",
        row -> heartbeats.put(row.getString(1), row.getTimestamp(2).toInstant()));
    return heartbeats;
  }

  @Override
  protected <T> T reading(Reading<T> work) {
    try (HikariDataSource pool = PostgresPool.open(address, errors, 1);
        Sql sql = new Sql(new PostgresDialect(pool, errors))) {
      return work.by(sql);
    } catch (SQLException e) {
      throw errors.explain(e);
    }
  }
}
