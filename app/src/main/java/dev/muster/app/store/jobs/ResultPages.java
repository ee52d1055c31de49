package dev.muster.app.store.jobs;

import dev.muster.app.job.Job;
import dev.muster.app.job.ResultFilter;
import dev.muster.app.job.ResultPage;
import dev.muster.app.job.ResultPage.ChunkStart;
import dev.muster.app.job.TextSearch;
import dev.muster.app.store.sql.Sql;
import dev.muster.problem.Problem;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds pages of results that match a filter. The chunks' counts and the table {@code job_problems}
 * tell which chunks may contain matches; only those are unpacked. The cost of a page is bounded: it
 * may end before its limit.
 */
final class ResultPages {

  private static final byte[] NOTHING = {};

  private static final int CHUNKS_AT_FIRST = 4;
  private static final int CHUNKS_AT_ONCE = 64;

  /** Chunks with all their records are large. */
  private static final int WHOLE_CHUNKS_AT_ONCE = 8;

  /** How many chunk numbers to read from {@code job_problems} at once. */
  private static final int NUMBERS_AT_ONCE = 500;

  /** The estimated cost, in nanoseconds, after which a page ends early. */
  private static final long COST_MAX = 25_000_000;

  private static final long COST_OF_A_CHUNK = 10_000;
  private static final long COST_OF_A_BYTE = 2;
  private static final long COST_OF_A_PACKED_BYTE = 10;
  private static final long COST_OF_A_RESULT = 100;
  private static final long COST_OF_A_VIEW = 5_000;

  private final Sql sql;

  ResultPages(Sql sql) {
    this.sql = sql;
  }

  ResultPage page(Job job, ResultFilter filter, long after, int limit) {
    return new Search(job, filter, after, limit).run();
  }

  /** A chunk that may contain matching results. */
  private record Candidate(StoredChunk chunk, long firstIndex, long records) {

    long end() {
      return firstIndex + records;
    }
  }

  private final class Search {

    private final Job job;
    private final ResultFilter filter;
    private final long after;
    private final int limit;
    private final List<ResultPage.Item> found = new ArrayList<>();
    private long cost;

    Search(Job job, ResultFilter filter, long after, int limit) {
      this.job = job;
      this.filter = filter;
      this.after = after;
      this.limit = limit;
    }

    ResultPage run() {
      // no chunk has more records than chunkSize, so this one or a later one has the next record
      long from = Math.max(0, after + 1) / job.chunkSize();
      int some = CHUNKS_AT_FIRST;
      List<Candidate> candidates = candidates(from, some);
      while (!candidates.isEmpty()) {
        for (Candidate candidate : candidates) {
          if (candidate.end() > after + 1) {
            look(candidate);
          }
          if (found.size() >= limit) {
            return page(found.get(limit - 1).result().position().index());
          }
          if (cost > COST_MAX) {
            return page(candidate.end() - 1);
          }
        }
        from = candidates.get(candidates.size() - 1).chunk().number() + 1L;
        some = Math.min(mostAtOnce(), some * 2);
        candidates = candidates(from, some);
      }
      return new ResultPage(found, OptionalLong.empty());
    }

    private int mostAtOnce() {
      boolean whole = job.provenance().report().isPresent() && !wantsFailed();
      return whole ? WHOLE_CHUNKS_AT_ONCE : CHUNKS_AT_ONCE;
    }

    /** Whether only failed records are wanted, which are stored by themselves. */
    private boolean wantsFailed() {
      return filter.outcome().equals(Optional.of(Outcome.FAILED));
    }

    private ResultPage page(long last) {
      return new ResultPage(found, OptionalLong.of(last));
    }

    /** The next chunks that may contain matching results. */
    private List<Candidate> candidates(long from, int some) {
      if (filter.code().isEmpty()) {
        return candidates(from, some, "", List.of());
      }
      long next = from;
      while (true) {
        List<Integer> numbers = withCode(filter.code().get(), next);
        boolean last = numbers.size() < NUMBERS_AT_ONCE;
        long end = last ? Integer.MAX_VALUE : numbers.get(numbers.size() - 1);
        List<Candidate> found = candidates(next, some, isOneOf(numbers, end), numbers);
        if (last || !found.isEmpty()) {
          return found;
        }
        next = end + 1;
      }
    }

    /**
     * The numbers of the next chunks that have a problem. They are read by a statement of their
     * own, because Citus can't relate rows of two distributed tables in a subquery.
     */
    private List<Integer> withCode(String code, long from) {
      return sql.list(
          """
          SELECT chunk FROM job_problems WHERE job = ? AND code = ? AND chunk >= ?
           ORDER BY chunk LIMIT ?""",
          row -> row.getInt(1),
          job.number(),
          code,
          from,
          NUMBERS_AT_ONCE);
    }

    /** Older chunks have their problems among the results, and no rows in job_problems. */
    private static String isOneOf(List<Integer> numbers, long end) {
      String among =
          numbers.isEmpty() ? "" : "number IN (?" + ", ?".repeat(numbers.size() - 1) + ") OR ";
      return " AND number <= " + end + " AND (" + among + "(erroneous > 0 AND problems IS NULL))";
    }

    private List<Candidate> candidates(
        long from, int some, String condition, List<Integer> numbers) {
      List<Object> parameters = new ArrayList<>(List.of(job.number(), from));
      StringBuilder where = new StringBuilder("job = ? AND number >= ?").append(condition);
      parameters.addAll(numbers);
      filter.outcome().ifPresent(outcome -> where.append(" AND ").append(counts(outcome)));
      if (filter.code().isEmpty() && filter.text().isPresent()) {
        where.append(" AND (erroneous > 0 OR sources IS NOT NULL)");
      }
      filter
          .line()
          .ifPresent(
              line -> {
                // the last chunk that begins at the line or before it
                where
                    .append(" AND ")
                    .append(
                        """
                        (first_line IS NULL OR first_line =
                            (SELECT max(first_line) FROM job_chunks
                              WHERE job = ? AND first_line <= ?))""");
                parameters.addAll(List.of(job.number(), line));
              });
      parameters.add(some);
      return sql.list(
          "SELECT "
              + (wantsFailed() ? StoredChunk.COLUMNS_WITHOUT_SOURCES : StoredChunk.COLUMNS)
              + ", first_index, inserted + updated + skipped + failed FROM job_chunks WHERE "
              + where
              + " ORDER BY number LIMIT ?",
          row ->
              new Candidate(
                  StoredChunk.read(row),
                  row.getLong(StoredChunk.COLUMN_COUNT + 1),
                  row.getLong(StoredChunk.COLUMN_COUNT + 2)),
          parameters.toArray());
    }

    private static String counts(Outcome outcome) {
      return outcome.wireName() + " > 0";
    }

    private void look(Candidate candidate) {
      StoredChunk chunk = candidate.chunk();
      cost += COST_OF_A_CHUNK;
      boolean searched = filter.text().isPresent();
      List<byte[]> records = searched ? records(chunk) : List.of();
      if (searched && !mayHold(chunk, filter.text().get(), records)) {
        return;
      }
      List<RecordResult> results = chunk.results(job.firstUser());
      cost += results.size() * COST_OF_A_RESULT;
      if (results.stream().anyMatch(this::fitsWithoutText)) {
        take(candidate, results, searched ? records : records(chunk));
      }
    }

    private boolean fitsWithoutText(RecordResult result) {
      return result.position().index() > after && filter.fitsWithoutText(result);
    }

    /** The stored records of a chunk: all, or those that failed. */
    private List<byte[]> records(StoredChunk chunk) {
      byte[] all = chunk.packedSources();
      cost += all == null ? 0 : all.length * COST_OF_A_PACKED_BYTE;
      return all == null ? chunk.rejects() : chunk.sources();
    }

    /** Whether a chunk's problems or records may contain a text. Avoids unpacking the results. */
    private boolean mayHold(StoredChunk chunk, TextSearch text, List<byte[]> sources) {
      sources.forEach(source -> cost += source.length * COST_OF_A_BYTE);
      if (chunk.packedProblems() == null && chunk.packedSources() == null) {
        return true;
      }
      Map<Integer, List<Problem>> problems = chunk.problemsByPlace();
      cost += problems.size() * COST_OF_A_RESULT;
      return problems.values().stream().anyMatch(text::isIn)
          || sources.stream().anyMatch(text::mayBeIn);
    }

    /** The records of all results, of which only the failed ones are known. */
    private static List<byte[]> ofEach(List<RecordResult> results, List<byte[]> rejects) {
      List<byte[]> sources = new ArrayList<>(results.size());
      int failed = 0;
      for (RecordResult result : results) {
        boolean known = result.outcome() == Outcome.FAILED && failed < rejects.size();
        sources.add(known ? rejects.get(failed) : NOTHING);
        failed += result.outcome() == Outcome.FAILED ? 1 : 0;
      }
      return sources;
    }

    private void take(Candidate candidate, List<RecordResult> results, List<byte[]> records) {
      List<byte[]> sources =
          candidate.chunk().packedSources() == null ? ofEach(results, records) : records;
      ChunkStart start =
          new ChunkStart(
              candidate.chunk().number(), candidate.firstIndex(), candidate.chunk().inputOffset());
      for (int place = 0; place < results.size(); place++) {
        RecordResult result = results.get(place);
        byte[] source = sources.get(place);
        if (found.size() < limit && fitsWithoutText(result) && holdsText(result, source)) {
          found.add(new ResultPage.Item(result, source, start));
        }
      }
    }

    private boolean holdsText(RecordResult result, byte[] source) {
      Optional<TextSearch> text = filter.text();
      if (text.isEmpty() || text.get().isIn(result.problems())) {
        return true;
      }
      if (source.length == 0 || !text.get().mayBeIn(source)) {
        return false;
      }
      cost += COST_OF_A_VIEW;
      return text.get().isIn(result, source);
    }
  }
}
