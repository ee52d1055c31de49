package dev.muster.app.store.jobs;

import dev.muster.app.job.Job;
import dev.muster.app.store.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Deletes jobs and their details in portions, so that each transaction is short. A job is marked as
 * deleted first; if its purge is interrupted, the next purge finishes it.
 */
final class JobPurge {

  /** They are a few megabytes at most. */
  private static final int CHUNKS_AT_ONCE = 100;

  private static final int CLAIMS_AT_ONCE = 20_000;

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
            at.toEpochMilli(),
            job.number())
        > 0;
  }

  /** Deletes a portion; false when nothing is left. */
  boolean portion() {
    List<Long> hidden =
        sql.list(
            "SELECT number FROM jobs WHERE deleted_at IS NOT NULL ORDER BY deleted_at LIMIT 1",
            row -> row.getLong(1));
    return !hidden.isEmpty() && portion(hidden.get(0));
  }

  private boolean portion(long job) {
    return sql.inTransaction(
        () -> {
          if (chunks(job) + claims(job) == 0) {
            beforeDeletion.accept(job);
            sql.execute("DELETE FROM job_problems WHERE job = ?", job);
            sql.execute("DELETE FROM jobs WHERE number = ?", job); // cascades to the remaining rows
          }
          return true;
        });
  }

  private int chunks(long job) {
    return sql.execute(
        """
        DELETE FROM job_chunks WHERE job = ? AND number IN
          (SELECT number FROM job_chunks WHERE job = ? ORDER BY number LIMIT ?)""",
        job,
        job,
        CHUNKS_AT_ONCE);
  }

  private int claims(long job) {
    return sql.execute(
        """
        DELETE FROM job_claims WHERE job = ? AND key IN
          (SELECT key FROM job_claims WHERE job = ? ORDER BY key LIMIT ?)""",
        job,
        job,
        CLAIMS_AT_ONCE);
  }
}
