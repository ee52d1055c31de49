package dev.muster.app.store;

import dev.muster.app.job.Job;
import dev.muster.app.job.ResultFilter;
import dev.muster.app.job.ResultPage;
import dev.muster.app.job.ResultPage.ChunkStart;
import dev.muster.app.job.TextSearch;
import dev.muster.problem.Problem;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds pages of results. The counts of chunks and the table {@code job_problems} say which chunks
 * may have some; only those are unpacked. A page looks through a bounded part of the bytes.
 */
final class ResultPages {

  private static final int CHUNKS_AT_ONCE = 50;

  /** What a page may cost: bytes unpacked, and so much for each result. */
  private static final long COST_MAX = 1 << 24;

  private static final long COST_OF_A_RESULT = 16;

  private final Sql sql;

  ResultPages(Sql sql) {
    this.sql = sql;
  }

  ResultPage page(Job job, ResultFilter filter, long after, int limit) {
    return new Search(job, filter, after, limit).run();
  }

  /** A row of {@code job_chunks} without its bytes. */
  private record Head(int number, long firstIndex, long records) {}

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
      List<Head> heads = heads(from);
      while (!heads.isEmpty()) {
        for (Head head : heads) {
          if (head.firstIndex() + head.records() > after + 1) {
            look(head);
          }
          if (found.size() >= limit) {
            return page(found.get(limit - 1).result().position().index());
          }
          if (cost > COST_MAX) {
            return page(head.firstIndex() + head.records() - 1);
          }
        }
        heads = heads(heads.get(heads.size() - 1).number() + 1L);
      }
      return new ResultPage(found, OptionalLong.empty());
    }

    private ResultPage page(long last) {
      return new ResultPage(found.subList(0, Math.min(limit, found.size())), OptionalLong.of(last));
    }

    /** The next chunks that may have results that fit. */
    private List<Head> heads(long from) {
      List<Object> parameters = new ArrayList<>(List.of(job.number(), from));
      StringBuilder where = new StringBuilder("job = ? AND number >= ?");
      filter.outcome().ifPresent(outcome -> where.append(" AND ").append(counts(outcome)));
      if (filter.code().isPresent() || filter.text().isPresent()) {
        where.append(" AND erroneous > 0");
      }
      filter
          .code()
          .ifPresent(
              code -> {
                // chunks of older imports have their problems in the results, and no codes
                where
                    .append(" AND ")
                    .append(
                        """
                     (problems IS NULL OR EXISTS
                         (SELECT 1 FROM job_problems AS p
                           WHERE p.job = ? AND p.code = ? AND p.chunk = job_chunks.number))""");
                parameters.addAll(List.of(job.number(), code));
              });
      filter
          .line()
          .ifPresent(
              line -> {
                // the chunk that begins last among those that begin before the line
                where
                    .append(" AND ")
                    .append(
                        """
                     (first_line IS NULL OR first_line =
                         (SELECT max(first_line) FROM job_chunks
                           WHERE job = ? AND first_line <= ?))""");
                parameters.addAll(List.of(job.number(), line));
              });
      parameters.add(CHUNKS_AT_ONCE);
      return sql.list(
          "SELECT number, first_index, inserted + updated + skipped + failed FROM job_chunks WHERE "
              + where
              + " ORDER BY number LIMIT ?",
          row -> new Head(row.getInt(1), row.getLong(2), row.getLong(3)),
          parameters.toArray());
    }

    private static String counts(Outcome outcome) {
      return outcome.wireName() + " > 0";
    }

    private void look(Head head) {
      StoredChunk chunk =
          sql.first(
                  "SELECT " + StoredChunk.COLUMNS + " FROM job_chunks WHERE job = ? AND number = ?",
                  StoredChunk::read,
                  job.number(),
                  head.number())
              .orElseThrow();
      List<byte[]> rejects = chunk.rejects();
      if (filter.text().isPresent() && !mayHold(chunk, filter.text().get(), rejects)) {
        return;
      }
      List<RecordResult> results = chunk.results(job.firstUser());
      cost += results.size() * COST_OF_A_RESULT;
      take(head, chunk, results, rejects);
    }

    /** Whether a text is among a chunk's problems or rejects, before anything else is unpacked. */
    private boolean mayHold(StoredChunk chunk, TextSearch text, List<byte[]> rejects) {
      rejects.forEach(source -> cost += source.length);
      if (chunk.packedProblems() == null) {
        return true;
      }
      Map<Integer, List<Problem>> problems = chunk.problemsByPlace();
      cost += problems.size() * COST_OF_A_RESULT;
      return problems.values().stream().anyMatch(text::isIn)
          || rejects.stream().anyMatch(text::mayBeIn);
    }

    private void take(
        Head head, StoredChunk chunk, List<RecordResult> results, List<byte[]> rejects) {
      ChunkStart start = new ChunkStart(head.number(), head.firstIndex(), chunk.inputOffset());
      int failed = 0;
      for (RecordResult result : results) {
        byte[] source = new byte[0];
        if (result.outcome() == Outcome.FAILED) {
          source = failed < rejects.size() ? rejects.get(failed) : source;
          failed++;
        }
        if (result.position().index() > after
            && found.size() < limit
            && filter.fitsWithoutText(result)
            && holdsText(result, source)) {
          found.add(new ResultPage.Item(result, source, start));
        }
      }
    }

    private boolean holdsText(RecordResult result, byte[] source) {
      Optional<TextSearch> text = filter.text();
      return text.isEmpty()
          || text.get().isIn(result.problems())
          || text.get().isIn(result, source);
    }
  }
}
