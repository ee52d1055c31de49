package dev.muster.app.store;

import dev.muster.app.job.Job;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Imports that any node may run: their inputs, which are stored in the database, and their state.
 * All methods take part in a running transaction. For one thread.
 */
public final class SubmittedImports {

  /** The size of the parts in which an input is stored and read. */
  private static final int PART_BYTES = 1 << 20;

  private final Sql sql;
  private final SharedHashes hashes;

  SubmittedImports(Sql sql, SharedHashes hashes) {
    this.sql = sql;
    this.hashes = hashes;
  }

  /** Password hashes that nodes compute together before an import begins. */
  public SharedHashes hashes() {
    return hashes;
  }

  /**
   * Adds a new job to the queue and stores its input. Workers are notified at the commit.
   *
   * @param job created before, in the same transaction
   * @param input the original bytes; not closed
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
    // due a second ago, to tolerate clock differences
    sql.execute(
        """
        INSERT INTO import_queue (task_name, task_instance, execution_time, picked, version)
        VALUES (?, ?, now() - interval '1 second', false, 1)""",
        ImportQueue.TASK,
        job.id());
    Notifications.Channel.WORK.announce(sql, job);
  }

  /** The submission of a job; empty if the job was not submitted. */
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

  /** A stream of a job's input; empty if the input was deleted. */
  public Optional<InputStream> input(Job job) {
    long parts = sql.number("SELECT parts FROM submissions WHERE job = ?", job.number());
    long there = sql.number("SELECT count(*) FROM job_inputs WHERE job = ?", job.number());
    return there == parts
        ? Optional.of(new InputParts(sql, job.number(), parts))
        : Optional.empty();
  }

  /** Records that a node has started to run a job. */
  public void taken(Job job, String node) {
    sql.execute(
        "UPDATE submissions SET node = ?, trouble = NULL WHERE job = ?", node, job.number());
    changed(job);
  }

  /**
   * Records that the node that ran a job gives it back for a retry.
   *
   * @param reason a message for the operator; null if nothing went wrong
   */
  public void givenBack(Job job, @Nullable String reason) {
    sql.execute("UPDATE submissions SET trouble = ? WHERE job = ?", reason, job.number());
    changed(job);
  }

  /** Requests the cancellation of a job. A node that runs it stops; other nodes won't start it. */
  public void cancel(Job job) {
    sql.execute("UPDATE submissions SET cancelled = true WHERE job = ?", job.number());
    Notifications.Channel.WORK.announce(sql, job);
  }

  /** Removes a job from the queue, unless a node is running it. */
  public void withdraw(Job job) {
    sql.execute(
        "DELETE FROM import_queue WHERE task_name = ? AND task_instance = ? AND NOT picked",
        ImportQueue.TASK,
        job.id());
    hashes.forget(job);
    changed(job);
  }

  /** Notifies observers that a job has changed. */
  public void changed(Job job) {
    Notifications.Channel.JOB_CHANGED.announce(sql, job);
  }
}
