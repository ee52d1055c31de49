package dev.muster.app.store.jobs;

import dev.muster.app.job.ChunkMark;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobChunk;
import dev.muster.app.store.sql.Sql;
import dev.muster.match.RepeatLedger;
import dev.muster.read.Position;
import dev.muster.report.RecordResult;
import dev.muster.report.Tally;
import dev.muster.user.Key;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Stores the results and claims of jobs in the tables {@code job_chunks}, {@code job_problems},
 * {@code job_invitations} and {@code job_claims}.
 */
final class ChunkTable {

  private static final int KEYS_AT_ONCE = 500;

  /** The columns of {@link #tally(ResultSet)} after the job's number. */
  private static final String SUMS =
      "sum(inserted), sum(updated), sum(skipped), sum(failed), sum(changed), sum(erroneous)";

  private final Sql sql;

  ChunkTable(Sql sql) {
    this.sql = sql;
  }

  void save(Job job, JobChunk chunk, Map<Key, RepeatLedger.Entry> claims) {
    Map<Key, RepeatLedger.Entry> now = Map.copyOf(claims);
    sql.writeBehind(() -> write(job, chunk, now));
  }

  private void write(Job job, JobChunk chunk, Map<Key, RepeatLedger.Entry> claims)
      throws SQLException {
    Tally tally = chunk.tally();
    Position first = chunk.results().get(0).position();
    sql.execute(
        """
        INSERT INTO job_chunks (job, number, first_index, first_line, input_offset, inserted,
                                updated, skipped, failed, changed, erroneous, results, problems,
                                rejects, sources)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        job.number(),
        chunk.number(),
        first.index(),
        first.line(),
        chunk.inputOffset().isPresent() ? chunk.inputOffset().getAsLong() : null,
        tally.inserted(),
        tally.updated(),
        tally.skipped(),
        tally.failed(),
        tally.changed(),
        tally.withProblems(),
        StoredChunk.results(chunk.results(), job.firstUser()),
        tally.withProblems() == 0 ? null : StoredChunk.problems(chunk.results()),
        StoredChunk.records(chunk.rejects()),
        StoredChunk.records(chunk.sources()));
    Map<String, Long> codes = counts(chunk.results());
    if (!codes.isEmpty()) {
      writeCodes(job, chunk.number(), codes);
    }
    int invited = chunk.invited();
    if (invited > 0) {
      sql.execute(
          "INSERT INTO job_invitations (job, chunk, users) VALUES (?, ?, ?)",
          job.number(),
          chunk.number(),
          invited);
    }
    if (!claims.isEmpty()) {
      write(job, claims);
    }
  }

  private void writeCodes(Job job, int chunk, Map<String, Long> counts) throws SQLException {
    try (PreparedStatement insert =
        sql.connection()
            .prepareStatement(
                "INSERT INTO job_problems (job, code, chunk, records) VALUES (?, ?, ?, ?)")) {
      for (Map.Entry<String, Long> code : counts.entrySet()) {
        insert.setLong(1, job.number());
        insert.setString(2, code.getKey());
        insert.setInt(3, chunk);
        insert.setLong(4, code.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** The number of records that have a problem or warning, by its wire name. */
  private static Map<String, Long> counts(List<RecordResult> results) {
    Map<String, Long> counts = new TreeMap<>();
    for (RecordResult result : results) {
      if (!result.problems().isEmpty() || !result.warnings().isEmpty()) {
        codes(result).distinct().forEach(code -> counts.merge(code, 1L, Long::sum));
      }
    }
    return counts;
  }

  private static Stream<String> codes(RecordResult result) {
    return Stream.concat(
        result.problems().stream().map(problem -> problem.code().wireName()),
        result.warnings().stream().flatMap(warning -> warning.code().stream()));
  }

  private void write(Job job, Map<Key, RepeatLedger.Entry> claims) throws SQLException {
    try (PreparedStatement insert =
        sql.connection()
            .prepareStatement(
                "INSERT INTO job_claims (job, key, line, user_id) VALUES (?, ?, ?, ?)")) {
      for (Map.Entry<Key, RepeatLedger.Entry> claim : claims.entrySet()) {
        insert.setLong(1, job.number());
        insert.setString(2, ClaimText.of(claim.getKey()));
        insert.setLong(3, claim.getValue().line());
        insert.setLong(4, claim.getValue().userId());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  int count(Job job) {
    return (int) sql.number("SELECT count(*) FROM job_chunks WHERE job = ?", job.number());
  }

  Optional<ChunkMark> lastMark(Job job) {
    return sql.first(
        """
        SELECT number, input_offset, first_line, first_index FROM job_chunks
         WHERE job = ? AND input_offset IS NOT NULL AND first_line IS NOT NULL
         ORDER BY number DESC LIMIT 1""",
        row -> new ChunkMark(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4)),
        job.number());
  }

  Tally tally(Job job) {
    return sql.first(
            "SELECT job, " + SUMS + " FROM job_chunks WHERE job = ? GROUP BY job",
            ChunkTable::tally,
            job.number())
        .orElse(Tally.ZERO);
  }

  /** The tallies of some jobs, by their numbers. */
  Map<Long, Tally> tallies(Collection<Job> jobs) {
    Map<Long, Tally> tallies = new HashMap<>();
    jobs.forEach(job -> tallies.put(job.number(), Tally.ZERO));
    sql.list(
        "SELECT job, "
            + SUMS
            + " FROM job_chunks WHERE job IN (NULL"
            + ", ?".repeat(tallies.size())
            + ") GROUP BY job",
        row -> tallies.put(row.getLong(1), tally(row)),
        tallies.keySet().toArray());
    return tallies;
  }

  private static Tally tally(ResultSet row) throws SQLException {
    return new Tally(
        row.getLong(2) + row.getLong(3) + row.getLong(4) + row.getLong(5),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7));
  }

  Map<Key, RepeatLedger.Entry> claims(Job job, Collection<Key> keys) {
    Map<Key, RepeatLedger.Entry> claims = new HashMap<>();
    List<Key> all = List.copyOf(keys);
    for (int from = 0; from < all.size(); from += KEYS_AT_ONCE) {
      List<Key> some = all.subList(from, Math.min(all.size(), from + KEYS_AT_ONCE));
      Map<String, Key> byText = new HashMap<>();
      some.forEach(key -> ClaimText.all(key).forEach(text -> byText.put(text, key)));
      List<Object> parameters = new ArrayList<>(List.of(job.number()));
      parameters.addAll(byText.keySet());
      sql.list(
          "SELECT key, line, user_id FROM job_claims WHERE job = ? AND key IN (?"
              + ", ?".repeat(byText.size() - 1)
              + ")",
          row ->
              claims.put(
                  Objects.requireNonNull(byText.get(row.getString(1))),
                  new RepeatLedger.Entry(row.getLong(2), row.getLong(3))),
          parameters.toArray());
    }
    return claims;
  }

  void each(Job job, boolean onlyProblems, Consumer<JobChunk> reader) {
    sql.each(
        "SELECT "
            + (onlyProblems ? StoredChunk.COLUMNS_WITHOUT_SOURCES : StoredChunk.COLUMNS)
            + " FROM job_chunks WHERE job = ?"
            + (onlyProblems ? " AND erroneous > 0" : "")
            + " ORDER BY number",
        row -> {
          reader.accept(StoredChunk.read(row).chunk(job));
          return true;
        },
        job.number());
  }

  Map<String, Long> problemCounts(Job job) {
    Map<String, Long> counts = new TreeMap<>();
    sql.list(
        "SELECT code, sum(records) FROM job_problems WHERE job = ? GROUP BY code",
        row -> counts.put(row.getString(1), row.getLong(2)),
        job.number());
    sql.each( // imports of versions that did not store codes
        "SELECT "
            + StoredChunk.COLUMNS
            + " FROM job_chunks WHERE job = ? AND erroneous > 0 AND problems IS NULL",
        row -> {
          counts(StoredChunk.read(row).results(job.firstUser()))
              .forEach((code, records) -> counts.merge(code, records, Long::sum));
          return true;
        },
        job.number());
    return counts;
  }

  void forget(Job job) {
    for (String table : List.of("job_claims", "job_problems", "job_invitations", "job_chunks")) {
      sql.execute("DELETE FROM " + table + " WHERE job = ?", job.number());
    }
  }
}
