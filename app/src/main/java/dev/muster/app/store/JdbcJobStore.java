package dev.muster.app.store;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobChunk;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobStore;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.app.json.JsonText;
import dev.muster.match.RepeatLedger;
import dev.muster.report.Tally;
import dev.muster.user.Key;
import dev.muster.value.Struct;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Jobs, their chunks and their claims in the tables {@code jobs} and {@code job_…}. */
final class JdbcJobStore implements JobStore {

  private static final String COLUMNS =
      "number, id, state, format, realm, source, path, digest, host, options, records, first_user,"
          + " chunk_size, created_at, completed_at";

  private static final JsonParser PARSER = new JsonParser(10, 1 << 16);

  private static final int KEYS_AT_ONCE = 500;

  private final Sql sql;

  JdbcJobStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Job create(Job job) {
    sql.execute(
        """
        INSERT INTO jobs (id, state, format, realm, source, path, digest, host, options, records,
                          first_user, chunk_size, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        job.id(),
        job.state().wireName(),
        job.format(),
        job.realm(),
        job.source(),
        job.path().orElse(null),
        job.digest(),
        job.host(),
        JsonText.of(job.options().toStruct()),
        job.records(),
        job.firstUser(),
        job.chunkSize(),
        job.createdAt().toEpochMilli());
    return find(job.id()).orElseThrow();
  }

  @Override
  public Optional<Job> find(String id) {
    return sql.first("SELECT " + COLUMNS + " FROM jobs WHERE id = ?", JdbcJobStore::job, id);
  }

  @Override
  public List<Job> all() {
    return sql.list("SELECT " + COLUMNS + " FROM jobs ORDER BY number DESC", JdbcJobStore::job);
  }

  @Override
  public Optional<Job> unfinished(String digest, String format, String realm, JobOptions options) {
    return sql.first(
        "SELECT "
            + COLUMNS
            + """
               FROM jobs
              WHERE digest = ? AND format = ? AND realm = ? AND options = ?
                AND state IN ('pending', 'running', 'interrupted')
              ORDER BY number DESC""",
        JdbcJobStore::job,
        digest,
        format,
        realm,
        JsonText.of(options.toStruct()));
  }

  @Override
  public void state(Job job, JobState state, Instant at) {
    // whoever comes late does not take back that it is finished
    sql.execute(
        "UPDATE jobs SET state = ?, completed_at = ? WHERE number = ?"
            + (state.finished() ? "" : " AND completed_at IS NULL"),
        state.wireName(),
        state.finished() ? at.toEpochMilli() : null,
        job.number());
  }

  @Override
  public void save(Job job, JobChunk chunk, Map<Key, RepeatLedger.Entry> claims) {
    Map<Key, RepeatLedger.Entry> now = Map.copyOf(claims);
    sql.writeBehind(() -> write(job, chunk, now));
  }

  private void write(Job job, JobChunk chunk, Map<Key, RepeatLedger.Entry> claims)
      throws SQLException {
    Tally tally = chunk.tally();
    sql.execute(
        """
        INSERT INTO job_chunks (job, number, inserted, updated, skipped, failed, changed,
                                erroneous, results, rejects)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        job.number(),
        chunk.number(),
        tally.inserted(),
        tally.updated(),
        tally.skipped(),
        tally.failed(),
        tally.changed(),
        tally.withProblems(),
        Deflated.pack(ResultCodec.encode(chunk.results(), job.firstUser())),
        chunk.rejects().isEmpty() ? null : Deflated.pack(joined(chunk.rejects())));
    if (!claims.isEmpty()) {
      write(job, claims);
    }
  }

  private void write(Job job, Map<Key, RepeatLedger.Entry> claims) throws SQLException {
    try (PreparedStatement insert =
        sql.connection()
            .prepareStatement(
                "INSERT INTO job_claims (job, key, line, user_id) VALUES (?, ?, ?, ?)")) {
      for (Map.Entry<Key, RepeatLedger.Entry> claim : claims.entrySet()) {
        insert.setLong(1, job.number());
        insert.setString(2, claim.getKey().text());
        insert.setLong(3, claim.getValue().line());
        insert.setLong(4, claim.getValue().userId());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @Override
  public int chunksDone(Job job) {
    return (int) sql.number("SELECT count(*) FROM job_chunks WHERE job = ?", job.number());
  }

  @Override
  public Tally tally(Job job) {
    return sql.first(
            """
            SELECT coalesce(sum(inserted), 0), coalesce(sum(updated), 0), coalesce(sum(skipped), 0),
                   coalesce(sum(failed), 0), coalesce(sum(changed), 0), coalesce(sum(erroneous), 0)
              FROM job_chunks WHERE job = ?""",
            row ->
                new Tally(
                    row.getLong(1) + row.getLong(2) + row.getLong(3) + row.getLong(4),
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6)),
            job.number())
        .orElse(Tally.ZERO);
  }

  @Override
  public Map<Key, RepeatLedger.Entry> claims(Job job, Collection<Key> keys) {
    Map<Key, RepeatLedger.Entry> claims = new HashMap<>();
    List<Key> all = List.copyOf(keys);
    for (int from = 0; from < all.size(); from += KEYS_AT_ONCE) {
      List<Key> some = all.subList(from, Math.min(all.size(), from + KEYS_AT_ONCE));
      List<Object> parameters = new ArrayList<>(List.of(job.number()));
      some.forEach(key -> parameters.add(key.text()));
      sql.list(
          "SELECT key, line, user_id FROM job_claims WHERE job = ? AND key IN (?"
              + ", ?".repeat(some.size() - 1)
              + ")",
          row ->
              claims.put(
                  new Key(row.getString(1)),
                  new RepeatLedger.Entry(row.getLong(2), row.getLong(3))),
          parameters.toArray());
    }
    return claims;
  }

  @Override
  public void chunks(Job job, boolean onlyProblems, Consumer<JobChunk> reader) {
    sql.each(
        "SELECT number, results, rejects FROM job_chunks WHERE job = ?"
            + (onlyProblems ? " AND erroneous > 0" : "")
            + " ORDER BY number",
        row -> {
          byte[] rejects = row.getBytes(3);
          reader.accept(
              new JobChunk(
                  row.getInt(1),
                  ResultCodec.decode(Deflated.unpack(row.getBytes(2)), job.firstUser()),
                  rejects == null ? List.of() : split(Deflated.unpack(rejects))));
          return true;
        },
        job.number());
  }

  @Override
  public void forgetChunks(Job job) {
    sql.execute("DELETE FROM job_claims WHERE job = ?", job.number());
    sql.execute("DELETE FROM job_chunks WHERE job = ?", job.number());
  }

  @Override
  public void delete(Job job) {
    forgetChunks(job);
    sql.execute("DELETE FROM jobs WHERE number = ?", job.number());
  }

  private static Job job(ResultSet row) throws SQLException {
    long completedAt = row.getLong(15);
    Optional<Instant> completed =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(completedAt));
    return new Job(
        row.getLong(1),
        row.getString(2),
        JobState.named(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        Optional.ofNullable(row.getString(7)),
        row.getString(8),
        row.getString(9),
        options(row.getString(10)),
        row.getLong(11),
        row.getLong(12),
        row.getInt(13),
        Instant.ofEpochMilli(row.getLong(14)),
        completed);
  }

  private static JobOptions options(String text) {
    try {
      return JobOptions.of((Struct) PARSER.parse(text));
    } catch (JsonSyntax e) {
      throw new IllegalStateException("a job's options are damaged", e);
    }
  }

  private static byte[] joined(List<byte[]> sources) {
    ByteWriter out = new ByteWriter();
    sources.forEach(out::data);
    return out.bytes();
  }

  private static List<byte[]> split(byte[] joined) {
    ByteReader in = new ByteReader(joined);
    List<byte[]> sources = new ArrayList<>();
    while (!in.atEnd()) {
      sources.add(in.data());
    }
    return sources;
  }
}
