package dev.muster.app.store.postgres;

import dev.muster.app.job.Job;
import dev.muster.app.store.SharedHashes;
import dev.muster.app.store.directory.ProfileText;
import dev.muster.app.store.sql.ByteReader;
import dev.muster.app.store.sql.ByteWriter;
import dev.muster.app.store.sql.Sql;
import dev.muster.password.EncodedHash;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Shared hashes in tables; notifications tell the other nodes. */
final class PostgresSharedHashes implements SharedHashes {

  private static final String WANTED =
      """
      FROM submissions JOIN jobs ON jobs.number = submissions.job
      WHERE hashing AND NOT cancelled AND jobs.completed_at IS NULL""";

  private final Sql sql;
  private final Locks locks;

  PostgresSharedHashes(Sql sql, Locks locks) {
    this.sql = sql;
    this.locks = locks;
  }

  @Override
  public void begin(Job job) {
    sql.execute("UPDATE submissions SET hashing = true WHERE job = ?", job.number());
    Notifications.Channel.WORK.announce(sql, job);
    Notifications.Channel.JOB_CHANGED.announce(sql, job);
  }

  @Override
  public void end(Job job) {
    sql.execute("UPDATE submissions SET hashing = false WHERE job = ?", job.number());
    Notifications.Channel.JOB_CHANGED.announce(sql, job);
  }

  @Override
  public void forget(Job job) {
    sql.inTransaction(
        () -> {
          // first, so that nobody puts more there
          end(job);
          return sql.execute("DELETE FROM job_hashes WHERE job = ?", job.number());
        });
  }

  @Override
  public void forgetEnded() {
    sql.execute(
        """
        DELETE FROM job_hashes USING jobs
         WHERE jobs.number = job_hashes.job AND jobs.completed_at IS NOT NULL""");
  }

  @Override
  public List<String> wanted() {
    return sql.list("SELECT jobs.id " + WANTED + " ORDER BY jobs.number", row -> row.getString(1));
  }

  @Override
  public boolean isWanted(Job job) {
    return sql.number("SELECT count(*) " + WANTED + " AND jobs.number = ?", job.number()) > 0;
  }

  @Override
  public Set<Long> done(Job job) {
    return new HashSet<>(
        sql.list(
            "SELECT first_record FROM job_hashes WHERE job = ?",
            row -> row.getLong(1),
            job.number()));
  }

  @Override
  public boolean isDone(Job job, long first) {
    return sql.number(
            "SELECT count(*) FROM job_hashes WHERE job = ? AND first_record = ?",
            job.number(),
            first)
        > 0;
  }

  @Override
  public Optional<Closeable> take(Job job, long first) {
    return locks.portion(job.number(), first);
  }

  @Override
  public void put(Job job, long first, String node, Map<Long, EncodedHash> hashes) {
    ByteWriter out = new ByteWriter();
    long last = first;
    for (Map.Entry<Long, EncodedHash> hash : hashes.entrySet()) {
      last = Math.max(last, hash.getKey());
      out.number(hash.getKey());
      out.text(Objects.requireNonNull(ProfileText.hashText(hash.getValue())));
    }
    sql.execute(
        """
        INSERT INTO job_hashes (job, first_record, last_record, node, hashes)
        SELECT job, ?, ?, ?, ? FROM submissions
         WHERE job = ? AND hashing AND NOT cancelled
           FOR SHARE
        ON CONFLICT DO NOTHING""",
        first,
        last,
        node,
        out.bytes(),
        job.number());
    Notifications.Channel.JOB_CHANGED.announce(sql, job);
  }

  @Override
  public Map<Long, EncodedHash> between(Job job, long first, long last) {
    List<byte[]> portions = new ArrayList<>();
    sql.list(
        """
        SELECT hashes FROM job_hashes
         WHERE job = ? AND first_record > ? AND first_record <= ? AND last_record >= ?""",
        row -> portions.add(row.getBytes(1)),
        job.number(),
        first - PORTION,
        last,
        first);
    Map<Long, EncodedHash> hashes = new LinkedHashMap<>();
    for (byte[] portion : portions) {
      ByteReader in = new ByteReader(portion);
      while (!in.atEnd()) {
        long index = in.number();
        EncodedHash hash = Objects.requireNonNull(ProfileText.hash(in.text()));
        if (index >= first && index <= last) {
          hashes.put(index, hash);
        }
      }
    }
    return hashes;
  }

  /** How portions are claimed. */
  interface Locks {

    Optional<Closeable> portion(long job, long first);
  }
}
