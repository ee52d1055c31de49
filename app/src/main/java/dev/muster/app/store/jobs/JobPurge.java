package dev.muster.app.store.jobs;

import dev.muster.app.job.Job;
import dev.muster.app.store.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Deletes jobs and their details in portions, so that each transaction is short. A job is marked as
 * deleted first; if its purge is interrupted, the next purge finishes it.
 *
 * <p>The job with the greatest number leaves an empty row until there is a later job. SQLite would
 * give its number to the next job otherwise, which others may still know as the deleted job's.
 */
final class JobPurge {

  /** They are a few megabytes at most. */
  private static final int CHUNKS_AT_ONCE = 100;

  private static final int CLAIMS_AT_ONCE = 20_000;

  /** The value of {@code deleted_at} in an empty row. */
  private static final long EMPTY = 0;

  /**
   * Jobs that expired before the first parameter, a time; at most as many as the last one. Not
   * those whose mails to users go on: they began since the second parameter, or mails of any job
   * were queued since the third.
   */
  static final String EXPIRED =
      """
      expires_at < ? AND deleted_at IS NULL AND completed_at IS NOT NULL
      AND NOT EXISTS
        (SELECT 1 FROM mailings m
          WHERE m.job = jobs.number AND m.stopped_at IS NULL
            AND m.sent + m.given_up + m.dropped < m.users
            AND (m.created_at >= ?
                 OR EXISTS (SELECT 1 FROM mailings o WHERE o.paced_until >= ?)))
      ORDER BY expires_at LIMIT ?""";

  private final Sql sql;
  private final LongConsumer beforeDeletion;

  JobPurge(Sql sql, LongConsumer beforeDeletion) {
    this.beforeDeletion = beforeDeletion;
    this.sql = sql;
  }

  boolean hide(Job job, Instant at) {
    return sql.execute(
            """
            UPDATE jobs SET deleted_at = ?, public_id = NULL, idempotency_key = NULL
             WHERE number = ? AND deleted_at IS NULL""",
            Math.max(EMPTY + 1, at.toEpochMilli()),
            job.number())
        > 0;
  }

  /** Deletes a portion; false when nothing is left. */
  boolean portion() {
    List<Long> hidden =
        sql.list(
            "SELECT number FROM jobs WHERE deleted_at > ? ORDER BY deleted_at LIMIT 1",
            row -> row.getLong(1),
            EMPTY);
    return !hidden.isEmpty() && portion(hidden.get(0));
  }

  private boolean portion(long job) {
    return sql.inTransaction(
        () -> {
          if (chunks(job) + claims(job) + missingUsers(job) == 0) {
            beforeDeletion.accept(job);
            sql.execute("DELETE FROM job_problems WHERE job = ?", job);
            sql.execute("DELETE FROM job_invitations WHERE job = ?", job);
            sql.execute("DELETE FROM mailings WHERE job = ?", job);
            sql.execute("DELETE FROM job_missing WHERE job = ?", job);
            sql.execute("UPDATE jobs SET parent = NULL WHERE parent = ?", job);
            sql.execute("DELETE FROM executed_simulations WHERE simulation = ?", job);
            empty(job);
          }
          return true;
        });
  }

  /** Empties a job's row, and deletes the empty rows of all jobs but the last one. */
  private void empty(long job) {
    sql.execute(
        """
        UPDATE jobs
           SET deleted_at = ?, id = 'deleted ' || number, source = '', path = NULL, digest = '',
               host = '', options = '{}', header = NULL, external_id = NULL, parent = NULL,
               expires_at = NULL, upload = NULL, lines = NULL, mark = NULL
         WHERE number = ?""",
        EMPTY,
        job);
    long last = sql.number("SELECT max(number) FROM jobs");
    sql.execute("DELETE FROM jobs WHERE deleted_at = ? AND number < ?", EMPTY, last);
  }

  private int chunks(long job) {
    return delete("job_chunks", "number", job, CHUNKS_AT_ONCE);
  }

  private int claims(long job) {
    return delete("job_claims", "key", job, CLAIMS_AT_ONCE);
  }

  private int missingUsers(long job) {
    return delete("job_missing_users", "user_id", job, CLAIMS_AT_ONCE);
  }

  /** Deletes the first rows of a job; returns how many. */
  private int delete(String table, String key, long job, int most) {
    return sql.execute(
        "DELETE FROM "
            + table
            + " WHERE job = ? AND "
            + key
            + " IN (SELECT "
            + key
            + " FROM "
            + table
            + " WHERE job = ? ORDER BY "
            + key
            + " LIMIT ?)",
        job,
        job,
        most);
  }
}
