package dev.muster.app.store.sqlite;

import dev.muster.app.job.Job;
import dev.muster.app.store.SharedHashes;
import dev.muster.app.store.Submission;
import dev.muster.app.store.SubmittedImports;
import dev.muster.app.store.sql.Sql;
import dev.muster.app.tempfile.SourceBroken;
import dev.muster.app.tempfile.SourceStream;
import dev.muster.app.upload.UploadedFile;
import dev.muster.apply.StoreUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Submitted imports of a SQLite file, with their inputs in a folder beside it. */
final class SqliteSubmittedImports implements SubmittedImports {

  private final Sql sql;
  private final InputFolder inputs;
  private final JobNews news;

  SqliteSubmittedImports(Sql sql, SharedSqliteFile file) {
    this.sql = sql;
    this.inputs = file.inputs();
    this.news = file.news();
  }

  /** Empty, because all workers of a file run on the same machine. */
  @Override
  public Optional<SharedHashes> hashes() {
    return Optional.empty();
  }

  @Override
  public IncomingInput receive(String jobId, InputStream input) throws IOException {
    try {
      inputs.keep(jobId, new SourceStream(input));
    } catch (SourceBroken e) {
      throw e;
    } catch (IOException e) {
      throw notKept(e);
    }
    return new Incoming(jobId);
  }

  @Override
  public Optional<IncomingInput> adopt(String jobId, Path temporary) {
    try {
      return inputs.link(jobId, temporary) ? Optional.of(new Incoming(jobId)) : Optional.empty();
    } catch (IOException e) {
      throw notKept(e);
    }
  }

  @Override
  public IncomingInput share(String jobId, UploadedFile file) {
    try {
      Path bytes =
          inputs
              .file(file.id())
              .orElseThrow(() -> new NoSuchFileException("the file " + file.id() + " is gone"));
      inputs.keep(jobId, bytes);
      return new Incoming(jobId);
    } catch (IOException e) {
      throw notKept(e);
    }
  }

  private static StoreUnavailable notKept(IOException e) {
    return new StoreUnavailable(
        "the input can't be kept beside the database: " + e.getMessage(),
        "Make room there, and let this account write the folder of inputs.",
        e);
  }

  /** An input that is stored already. */
  private final class Incoming implements IncomingInput {

    private final String id;

    Incoming(String id) {
      this.id = id;
    }

    @Override
    public void addTo(Job job) {
      sql.execute(
          "INSERT INTO submissions (job, cancelled, due_at, failures) VALUES (?, 0, 0, 0)",
          job.number()); // due at once, whatever the clock says
      news.announce(sql);
    }

    @Override
    public void close() throws IOException {
      try {
        if (!isJob(sql, id)) {
          inputs.delete(id);
        }
      } catch (StoreUnavailable e) {
        // deleteOrphans will delete it later, if there is no job
      }
    }
  }

  /** Whether there is a submitted job or an uploaded file with an id. */
  static boolean isKnown(Sql sql, String id) {
    return sql.number("SELECT count(*) FROM uploads WHERE id = ?", id) > 0 || isJob(sql, id);
  }

  private static boolean isJob(Sql sql, String id) {
    return sql.number(
            "SELECT count(*) FROM jobs JOIN submissions ON submissions.job = jobs.number"
                + " WHERE jobs.id = ?",
            id)
        > 0;
  }

  @Override
  public void awaitTurn() {
    // a transaction that writes excludes all others
  }

  @Override
  public Map<Long, Submission> find(Collection<Job> jobs) {
    Map<Long, Submission> found = new HashMap<>();
    sql.list(
        "SELECT job, node, trouble, cancelled FROM submissions WHERE job IN (NULL"
            + ", ?".repeat(jobs.size())
            + ")",
        row ->
            found.put(
                row.getLong(1),
                new Submission(
                    Optional.ofNullable(row.getString(2)),
                    Optional.ofNullable(row.getString(3)),
                    row.getBoolean(4),
                    Optional.empty())),
        jobs.stream().map(Job::number).toArray());
    return found;
  }

  @Override
  public Optional<InputStream> input(Job job) {
    try {
      return inputs.open(job.id());
    } catch (IOException e) {
      throw new StoreUnavailable(
          "the input of import " + job.id() + " can't be read: " + e.getMessage(),
          "Let this account read the folder of inputs beside the database.",
          e);
    }
  }

  @Override
  public Optional<Path> file(Job job) {
    return inputs.file(job.id());
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
    sql.execute("UPDATE submissions SET cancelled = 1 WHERE job = ?", job.number());
    changed(job);
  }

  @Override
  public void withdraw(Job job) {
    sql.execute("UPDATE submissions SET due_at = NULL WHERE job = ?", job.number());
    changed(job);
  }

  @Override
  public void requeue(Job job) {
    sql.execute(
        "UPDATE submissions SET node = NULL, trouble = NULL, due_at = 0, failures = 0"
            + " WHERE job = ?",
        job.number());
    changed(job);
  }

  @Override
  public void changed(Job job) {
    news.announce(sql);
  }

  /** Deletes the input and the submission of a job that is being deleted. */
  void forget(long jobNumber) {
    Optional<String> id =
        sql.first(
            "SELECT jobs.id FROM jobs JOIN submissions ON submissions.job = jobs.number"
                + " WHERE jobs.number = ?",
            row -> row.getString(1),
            jobNumber);
    if (id.isPresent()) {
      try {
        inputs.delete(id.get());
      } catch (IOException e) {
        // nobody knows it any more, so the next worker tries again when it starts
      }
      sql.execute("DELETE FROM submissions WHERE job = ?", jobNumber);
    }
  }
}
