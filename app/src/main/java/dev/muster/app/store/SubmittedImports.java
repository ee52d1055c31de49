package dev.muster.app.store;

import dev.muster.app.job.Job;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Imports that any node may carry out: their inputs, which are in the database with them, and who
 * is at work. Every method takes part in a running transaction. For one thread.
 */
public final class SubmittedImports {

  /** Bytes that are in memory at a time. */
  private static final int PART_BYTES = 1 << 20;

  private final Sql sql;
  private final SharedHashes hashes;

  SubmittedImports(Sql sql, SharedHashes hashes) {
    this.sql = sql;
    this.hashes = hashes;
  }

  /** What nodes hash together before an import begins. */
  public SharedHashes hashes() {
    return hashes;
  }

  /**
   * Puts a new job into the queue, and its input beside it; workers hear of it at the commit.
   *
   * @param job on record already, in the same transaction
   * @param input the bytes as they came; not closed
   * @throws IOException if they can't be read
   */
  public void add(Job job, InputStream input) throws IOException {
    int parts = 0;
    byte[] bytes = input.readNBytes(PART_BYTES);
    while (bytes.length > 0) {
      sql.execute(
          "INSERT INTO job_inputs (job, part, bytes) VALUES (?, ?, ?)",
          job.number(),
          parts++,
          bytes);
      bytes = input.readNBytes(PART_BYTES);
    }
    sql.execute(
        "INSERT INTO submissions (job, parts, cancelled) VALUES (?, ?, false)",
        job.number(),
        parts);
    // a second ago, because no two clocks agree about now
    sql.execute(
        """
        INSERT INTO import_queue (task_name, task_instance, execution_time, picked, version)
        VALUES (?, ?, now() - interval '1 second', false, 1)""",
        ImportQueue.TASK,
        job.id());
    Notifications.Channel.WORK.announce(sql, job);
  }

  /** What is known of a job's submission; empty for a job that was not submitted. */
  public Optional<Submission> find(Job job) {
    return sql.first(
        """
        SELECT node, trouble, cancelled,
               CASE WHEN hashing THEN coalesce(
                 (SELECT string_agg(DISTINCT node, ', ' ORDER BY node)
                    FROM job_hashes WHERE job_hashes.job = submissions.job), '') END
          FROM submissions WHERE job = ?""",
        row ->
            new Submission(
                Optional.ofNullable(row.getString(1)),
                Optional.ofNullable(row.getString(2)),
                row.getBoolean(3),
                Optional.ofNullable(row.getString(4))),
        job.number());
  }

  /** The input of a job from its start; empty if it was deleted. */
  public Optional<InputStream> input(Job job) {
    long parts = sql.number("SELECT parts FROM submissions WHERE job = ?", job.number());
    long there = sql.number("SELECT count(*) FROM job_inputs WHERE job = ?", job.number());
    return there == parts
        ? Optional.of(new InputParts(sql, job.number(), parts))
        : Optional.empty();
  }

  /** Notes that a node is at work on a job. */
  public void taken(Job job, String node) {
    sql.execute(
        "UPDATE submissions SET node = ?, trouble = NULL WHERE job = ?", node, job.number());
    changed(job);
  }

  /**
   * Notes that the node at work gives a job back, to be tried again.
   *
   * @param reason for people; null if nothing went wrong
   */
  public void givenBack(Job job, @Nullable String reason) {
    sql.execute("UPDATE submissions SET trouble = ? WHERE job = ?", reason, job.number());
    changed(job);
  }

  /** Asks whoever is at work on a job to stop, and everybody else to leave it alone. */
  public void cancel(Job job) {
    sql.execute("UPDATE submissions SET cancelled = true WHERE job = ?", job.number());
    Notifications.Channel.WORK.announce(sql, job);
  }

  /** Takes a job off the queue, unless a node has it. */
  public void withdraw(Job job) {
    sql.execute(
        "DELETE FROM import_queue WHERE task_name = ? AND task_instance = ? AND NOT picked",
        ImportQueue.TASK,
        job.id());
    hashes.forget(job);
    changed(job);
  }

  /** Tells those who watch that a job has changed. */
  public void changed(Job job) {
    Notifications.Channel.JOB_CHANGED.announce(sql, job);
  }
}
