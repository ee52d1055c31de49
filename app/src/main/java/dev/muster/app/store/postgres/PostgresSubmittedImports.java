package dev.muster.app.store.postgres;

import dev.muster.app.job.Job;
import dev.muster.app.store.SharedHashes;
import dev.muster.app.store.Submission;
import dev.muster.app.store.SubmittedImports;
import dev.muster.app.store.sql.Sql;
import dev.muster.app.upload.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Submitted imports of a PostgreSQL database, with their inputs in its tables. */
final class PostgresSubmittedImports implements SubmittedImports {

  /** The size of the parts in which an input is stored and read. */
  private static final int PART_BYTES = 1 << 20;

  private final Sql sql;
  private final SharedHashes hashes;
  private final PostgresUploadBytes uploads;

  PostgresSubmittedImports(Sql sql, SharedHashes hashes) {
    this.sql = sql;
    this.uploads = new PostgresUploadBytes(sql);
    this.hashes = hashes;
  }

  @Override
  public Optional<SharedHashes> hashes() {
    return Optional.of(hashes);
  }

  /** The input is stored when the job is added, in the same transaction. */
  @Override
  public IncomingInput receive(String jobId, InputStream input) {
    return new IncomingInput() {
      @Override
      public void addTo(Job job) throws IOException {
        add(job, input);
      }

      @Override
      public void close() {
        // nothing was stored
      }
    };
  }

  /** Empty, because inputs are stored in the database. */
  @Override
  public Optional<IncomingInput> adopt(String jobId, Path temporary) {
    return Optional.empty();
  }

  /** The job refers to the file, whose bytes are stored once. */
  @Override
  public IncomingInput share(String jobId, UploadedFile file) {
    return new IncomingInput() {
      @Override
      public void addTo(Job job) {
        sql.execute(
            "INSERT INTO submissions (job, parts, cancelled, upload) VALUES (?, 0, false, ?)",
            job.number(),
            file.number());
        queue(job);
      }

      @Override
      public void close() {
        // nothing was stored
      }
    };
  }

  private void add(Job job, InputStream input) throws IOException {
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
    queue(job);
  }

  /**
   * Adds a job to the queue. If a worker that has just stopped a paused job still has its row, the
   * new version keeps it from deleting the row.
   */
  private void queue(Job job) {
    // due a second ago, to tolerate clock differences
    sql.execute(
        """
        INSERT INTO import_queue (task_name, task_instance, execution_time, picked, version)
        VALUES (?, ?, now() - interval '1 second', false, 1)
        ON CONFLICT (task_name, task_instance) DO UPDATE
           SET execution_time = excluded.execution_time, picked = false, picked_by = NULL,
               last_heartbeat = NULL, consecutive_failures = 0,
               version = import_queue.version + 1""",
        PostgresImportQueue.TASK,
        job.id());
    Notifications.Channel.WORK.announce(sql, job);
  }

  /** By a changed row, because stricter isolation levels would not notice an advisory lock. */
  @Override
  public void awaitTurn() {
    sql.execute("UPDATE directory SET next_user = next_user");
  }

  @Override
  public Map<Long, Submission> find(Collection<Job> jobs) {
    Map<Long, Submission> found = new HashMap<>();
    sql.list(
        """
        SELECT job, node, trouble, cancelled,
               CASE WHEN hashing THEN coalesce(
                 (SELECT string_agg(DISTINCT node, ', ' ORDER BY node)
                    FROM job_hashes WHERE job_hashes.job = submissions.job), '') END
          FROM submissions WHERE job IN (NULL"""
            + ", ?".repeat(jobs.size())
            + ")",
        row ->
            found.put(
                row.getLong(1),
                new Submission(
                    Optional.ofNullable(row.getString(2)),
                    Optional.ofNullable(row.getString(3)),
                    row.getBoolean(4),
                    Optional.ofNullable(row.getString(5)))),
        jobs.stream().map(Job::number).toArray());
    return found;
  }

  @Override
  public Optional<InputStream> input(Job job) {
    Optional<Long> upload =
        sql.first(
            "SELECT upload FROM submissions WHERE job = ? AND upload IS NOT NULL",
            row -> row.getLong(1),
            job.number());
    if (upload.isPresent()) {
      return uploads.open(upload.get());
    }
    long parts = sql.number("SELECT parts FROM submissions WHERE job = ?", job.number());
    long there = sql.number("SELECT count(*) FROM job_inputs WHERE job = ?", job.number());
    return there == parts
        ? Optional.of(InputParts.ofJob(sql, job.number(), parts))
        : Optional.empty();
  }

  @Override
  public Optional<Path> file(Job job) {
    return Optional.empty();
  }

  @Override
  public void taken(Job job, String node) {
    sql.execute(
        "UPDATE submissions SET node = ?, trouble = NULL WHERE job = ?", node, job.number());
    changed(job);
  }

  @Override
  public void givenBack(Job job, @Nullable String reason) {
    sql.execute("UPDATE submissions SET trouble = ? WHERE job = ?", reason, job.number());
    changed(job);
  }

  @Override
  public void cancel(Job job) {
    sql.execute("UPDATE submissions SET cancelled = true WHERE job = ?", job.number());
    Notifications.Channel.WORK.announce(sql, job);
  }

  @Override
  public void withdraw(Job job) {
    sql.execute(
        "DELETE FROM import_queue WHERE task_name = ? AND task_instance = ? AND NOT picked",
        PostgresImportQueue.TASK,
        job.id());
    changed(job);
  }

  @Override
  public void requeue(Job job) {
    sql.execute("UPDATE submissions SET node = NULL, trouble = NULL WHERE job = ?", job.number());
    queue(job);
    changed(job);
  }

  @Override
  public void changed(Job job) {
    Notifications.Channel.JOB_CHANGED.announce(sql, job);
  }
}
