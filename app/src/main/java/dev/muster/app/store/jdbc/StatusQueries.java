package dev.muster.app.store.jdbc;

import dev.muster.app.job.JobState;
import dev.muster.app.store.DatabaseStatus.RunningJob;
import dev.muster.app.store.sql.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/** Status queries that both kinds of database share. */
final class StatusQueries {

  private final Sql sql;

  StatusQueries(Sql sql) {
    this.sql = sql;
  }

  Map<String, Long> usersByRealm() {
    Map<Integer, Long> counts = new HashMap<>();
    sql.list(
        "SELECT realm, count(*) FROM users GROUP BY realm",
        row -> counts.put(row.getInt(1), row.getLong(2)));
    Map<String, Long> byName = new LinkedHashMap<>();
    sql.list(
        "SELECT number, name FROM realms ORDER BY number",
        row -> byName.put(row.getString(2), counts.getOrDefault(row.getInt(1), 0L)));
    return byName;
  }

  long keys() {
    return sql.number("SELECT count(*) FROM login_keys");
  }

  /**
   * Imports that have begun and are not finished, the oldest first.
   *
   * @param held by job number, whether a process holds the job's lock
   * @param submitted by job number, whether the job was submitted to workers
   */
  List<RunningJob> running(LongPredicate held, LongPredicate submitted) {
    List<RunningJob> running = new ArrayList<>();
    Map<Long, Long> done = recordsDone();
    sql.list(
        """
        SELECT id, source, host, records, created_at, number, path IS NOT NULL, state
          FROM jobs WHERE state IN ('running', 'interrupted', 'paused') AND deleted_at IS NULL
         ORDER BY number""",
        row ->
            running.add(
                new RunningJob(
                    row.getString(1),
                    state(row.getString(8)),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    done.getOrDefault(row.getLong(6), 0L),
                    Instant.ofEpochMilli(row.getLong(5)),
                    held.test(row.getLong(6)),
                    submitted.test(row.getLong(6)),
                    row.getBoolean(7))));
    return running;
  }

  /**
   * The number of records with results, by job number. It avoids correlated subqueries, which Citus
   * doesn't support on distributed tables.
   */
  private Map<Long, Long> recordsDone() {
    Map<Long, Long> done = new HashMap<>();
    sql.list(
        """
        SELECT c.job, sum(c.inserted + c.updated + c.skipped + c.failed)
          FROM job_chunks AS c JOIN jobs AS j ON j.number = c.job
         WHERE j.state IN ('running', 'interrupted', 'paused') GROUP BY c.job""",
        row -> done.put(row.getLong(1), row.getLong(2)));
    return done;
  }

  private static JobState state(String wireName) {
    return Arrays.stream(JobState.values())
        .filter(state -> state.wireName().equals(wireName))
        .findFirst()
        .orElseThrow();
  }

  /** When the oldest import was submitted that no worker has taken yet. */
  Optional<Instant> oldestWaiting() {
    return sql.first(
            "SELECT min(created_at) FROM jobs WHERE state = 'pending' AND deleted_at IS NULL",
            row -> row.getLong(1))
        .filter(millis -> millis > 0) // 0 for null: there is none
        .map(Instant::ofEpochMilli);
  }

  /** The workers of running imports, by the imports' ids. */
  Map<String, String> nodes() {
    Map<String, String> nodes = new HashMap<>();
    sql.list(
        """
        SELECT jobs.id, submissions.node FROM submissions JOIN jobs ON jobs.number = submissions.job
         WHERE jobs.state = 'running' AND submissions.node IS NOT NULL""",
        row -> nodes.put(row.getString(1), row.getString(2)));
    return nodes;
  }

  /** Numbers of imports by status, without zeros. */
  Map<String, Long> jobs(List<RunningJob> running) {
    Map<String, Long> jobs = new TreeMap<>();
    sql.list(
        """
        SELECT state, count(*) FROM jobs
         WHERE state <> 'running' AND deleted_at IS NULL GROUP BY state""",
        row -> jobs.put(row.getString(1), row.getLong(2)));
    running.stream()
        .filter(job -> job.state() == JobState.RUNNING)
        .forEach(job -> jobs.merge(job.held() ? "running" : "killed", 1L, Long::sum));
    return jobs;
  }
}
