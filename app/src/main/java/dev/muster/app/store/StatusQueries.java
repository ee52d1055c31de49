package dev.muster.app.store;

import dev.muster.app.store.DatabaseStatus.RunningJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/** The questions about a directory's state that are the same for every database. */
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
   * Imports that say they are running, the oldest first.
   *
   * @param held tells by a job's number whether a process is at work on it
   * @param submitted tells by a job's number whether it is for workers
   */
  List<RunningJob> running(LongPredicate held, LongPredicate submitted) {
    List<RunningJob> running = new ArrayList<>();
    sql.list(
        """
        SELECT j.id, j.source, j.host, j.records, j.created_at, j.number,
               (SELECT coalesce(sum(c.inserted + c.updated + c.skipped + c.failed), 0)
                  FROM job_chunks AS c WHERE c.job = j.number),
               j.path IS NOT NULL
          FROM jobs AS j WHERE j.state = 'running' AND j.deleted_at IS NULL ORDER BY j.number""",
        row ->
            running.add(
                new RunningJob(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getLong(7),
                    Instant.ofEpochMilli(row.getLong(5)),
                    held.test(row.getLong(6)),
                    submitted.test(row.getLong(6)),
                    row.getBoolean(8))));
    return running;
  }

  /** Numbers of imports by how they stand, the ways that none does left out. */
  Map<String, Long> jobs(List<RunningJob> running) {
    Map<String, Long> jobs = new TreeMap<>();
    sql.list(
        """
        SELECT state, count(*) FROM jobs
         WHERE state <> 'running' AND deleted_at IS NULL GROUP BY state""",
        row -> jobs.put(row.getString(1), row.getLong(2)));
    running.forEach(job -> jobs.merge(job.held() ? "running" : "killed", 1L, Long::sum));
    return jobs;
  }
}
