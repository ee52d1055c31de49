package dev.muster.app.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobChunk;
import dev.muster.app.job.JobInput;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.ResultFilter;
import dev.muster.app.job.ResultPage;
import dev.muster.app.job.TextSearch;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.read.Position;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pages of results hold what a look at every result would find, on any store. */
abstract class ResultPagesContract {

  private static final int CHUNK = 10;

  abstract JobStore log();

  @Test
  void pagesHoldWhatEveryFilterFitsAndNothingElse() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Made made = make(random);
    for (int trial = 0; trial < 150; trial++) {
      ResultFilter filter = filter(random, made.results().size());
      int limit = 1 + random.nextInt(25);
      List<Long> expected =
          made.results().stream()
              .filter(result -> fits(filter, result))
              .map(result -> result.position().index())
              .toList();
      assertThat(found(made.job(), filter, limit))
          .as("seed %d, trial %d: %s", seed, trial, filter)
          .isEqualTo(expected);
    }
  }

  /** All of them, page by page. */
  private List<Long> found(Job job, ResultFilter filter, int limit) {
    List<Long> found = new ArrayList<>();
    OptionalLong next = OptionalLong.of(JobStore.START);
    while (next.isPresent()) {
      ResultPage page = log().page(job, filter, next.getAsLong(), limit);
      assertThat(page.items().size()).isLessThanOrEqualTo(limit);
      for (ResultPage.Item item : page.items()) {
        long index = item.result().position().index();
        found.add(index);
        assertThat(new String(item.source(), UTF_8))
            .isEqualTo(item.result().outcome() == Outcome.FAILED ? source(index) : "");
        assertThat(item.chunkStart().index()).isLessThanOrEqualTo(index);
      }
      next = page.next();
    }
    return found;
  }

  @Test
  void aTextIsFoundWhereItIsShownAndNotInSecrets() {
    Made made = make(new Random(7));
    long failed =
        made.results().stream()
            .filter(result -> result.outcome() == Outcome.FAILED)
            .map(result -> result.position().index())
            .findFirst()
            .orElseThrow();
    assertThat(found(made.job(), text("PERSON " + failed + "!"), 5)).containsExactly(failed);
    assertThat(found(made.job(), text("secret " + failed + "!"), 5)).isEmpty();
    assertThat(found(made.job(), text("Érable"), 500))
        .isEqualTo(found(made.job(), text("ÉRABLE"), 500))
        .isNotEmpty();
  }

  @Test
  void anImportThatKeepsAllRecordsIsSearchedInAllOfThem() {
    Job job = log().create(job());
    for (int chunk = 0; chunk < 10; chunk++) {
      List<RecordResult> results = new ArrayList<>();
      List<byte[]> sources = new ArrayList<>();
      for (int i = 0; i < CHUNK; i++) {
        long index = (long) chunk * CHUNK + i;
        results.add(result(index, index + 2, Outcome.INSERTED, List.of()));
        sources.add(source(index).getBytes(UTF_8));
      }
      JobChunk kept = new JobChunk(chunk, results, List.of(), sources, OptionalLong.empty());
      log().save(job, kept, Map.of());
    }
    for (long index : List.of(0L, 57L, 99L)) {
      ResultPage page = log().page(job, text("PERSON " + index + "!"), JobStore.START, 5);
      assertThat(page.items())
          .singleElement()
          .satisfies(
              item -> {
                assertThat(item.result().position().index()).isEqualTo(index);
                assertThat(new String(item.source(), UTF_8)).isEqualTo(source(index));
              });
    }
    assertThat(log().page(job, text("secret 57!"), JobStore.START, 5).items()).isEmpty();
    List<JobChunk> chunks = new ArrayList<>();
    log().chunks(job, false, chunks::add);
    assertThat(chunks).hasSize(10).allMatch(chunk -> chunk.sources().size() == CHUNK);
  }

  @Test
  void aPageTellsWhereInTheInputItsChunksBegin() {
    Job job = log().create(job());
    List<RecordResult> results = List.of(result(0, 2, Outcome.INSERTED, List.of()));
    log().save(job, new JobChunk(0, results, List.of(), OptionalLong.of(4711)), Map.of());
    ResultPage page = log().page(job, ResultFilter.ALL, JobStore.START, 1);
    assertThat(page.items().get(0).chunkStart())
        .isEqualTo(new ResultPage.ChunkStart(0, 0, OptionalLong.of(4711)));
  }

  @Test
  void recordsWithProblemsAreCountedByCode() {
    Made made = make(new Random(11));
    Map<String, Long> counts = log().problemCounts(made.job());
    for (ProblemCode code : List.of(ProblemCode.DATA_ERROR, ProblemCode.ROLE_NOT_FOUND)) {
      assertThat(counts.get(code.wireName()))
          .isEqualTo(
              made.results().stream()
                  .filter(result -> result.problems().stream().anyMatch(p -> p.code() == code))
                  .count());
    }
  }

  /** An import on record, and what happened to its records. */
  private record Made(Job job, List<RecordResult> results) {}

  private Made make(Random random) {
    Job job = log().create(job());
    List<RecordResult> all = new ArrayList<>();
    long line = 2;
    for (int chunk = 0; chunk < 30; chunk++) {
      List<RecordResult> results = new ArrayList<>();
      List<byte[]> rejects = new ArrayList<>();
      boolean bad = random.nextInt(3) == 0;
      int size = random.nextInt(4) == 0 ? 1 + random.nextInt(CHUNK) : CHUNK;
      for (int i = 0; i < size; i++) {
        long index = (long) all.size() + results.size();
        RecordResult result = random(random, index, line, bad);
        results.add(result);
        if (result.outcome() == Outcome.FAILED) {
          rejects.add(source(index).getBytes(UTF_8));
        }
        line += 1 + random.nextInt(3);
      }
      log().save(job, new JobChunk(chunk, results, rejects), Map.of());
      all.addAll(results);
    }
    return new Made(job, all);
  }

  private static RecordResult random(Random random, long index, long line, boolean bad) {
    if (!bad || random.nextInt(3) > 0) {
      List<Outcome> good = List.of(Outcome.INSERTED, Outcome.UPDATED, Outcome.SKIPPED);
      return result(index, line, good.get(random.nextInt(3)), List.of());
    }
    ProblemCode code = random.nextBoolean() ? ProblemCode.DATA_ERROR : ProblemCode.ROLE_NOT_FOUND;
    Problem problem = Problem.of(code, random.nextBoolean() ? "an Érable" : "wrong " + index);
    Outcome outcome =
        code == ProblemCode.ROLE_NOT_FOUND && random.nextBoolean()
            ? Outcome.INSERTED
            : Outcome.FAILED;
    return result(index, line, outcome, List.of(problem));
  }

  private static String source(long index) {
    return index % 2 == 0
        ? "{\"name\":\"Person " + index + "!\",\"hash\":\"Secret " + index + "!\"}"
        : "{\"name\":\"Pers\\u006fn " + index + "!\",\"hash\":\"Secret " + index + "!\"}";
  }

  private static ResultFilter text(String text) {
    return ResultFilter.ALL.with(search(text));
  }

  private static TextSearch search(String text) {
    return new TextSearch(text, (result, source) -> "Person " + result.position().index() + "!");
  }

  private static final List<Outcome> OUTCOMES =
      List.of(Outcome.INSERTED, Outcome.UPDATED, Outcome.SKIPPED, Outcome.FAILED);

  private static ResultFilter filter(Random random, int records) {
    ResultFilter filter = ResultFilter.ALL;
    if (random.nextInt(3) == 0) {
      filter = filter.with(OUTCOMES.get(random.nextInt(OUTCOMES.size())));
    }
    if (random.nextInt(3) == 0) {
      filter =
          filter.withCode(
              (random.nextBoolean() ? ProblemCode.DATA_ERROR : ProblemCode.ROLE_NOT_FOUND)
                  .wireName());
    }
    if (random.nextInt(4) == 0) {
      filter = filter.atLine(random.nextInt(records * 2));
    }
    if (random.nextInt(4) == 0) {
      List<String> texts = List.of("ÉRABLE", "wrong", "person 1", "Secret", "nowhere");
      filter = filter.with(search(texts.get(random.nextInt(texts.size()))));
    }
    return filter;
  }

  /** The same as a filter asks for, found without its help. */
  private static boolean fits(ResultFilter filter, RecordResult result) {
    return filter.outcome().map(wanted -> wanted == result.outcome()).orElse(true)
        && (filter.line().isEmpty() || filter.line().getAsLong() == result.position().line())
        && filter
            .code()
            .map(code -> result.problems().stream().anyMatch(p -> p.code().wireName().equals(code)))
            .orElse(true)
        && filter.text().map(text -> shows(text, result)).orElse(true);
  }

  private static boolean shows(TextSearch text, RecordResult result) {
    String shown = "Person " + result.position().index() + "!";
    Problem asProblem = Problem.of(ProblemCode.DATA_ERROR, shown);
    return text.isIn(result.problems())
        || (result.outcome() == Outcome.FAILED && text.isIn(List.of(asProblem)));
  }

  private static RecordResult result(
      long index, long line, Outcome outcome, List<Problem> problems) {
    return new RecordResult(
        new Position(index, line),
        outcome,
        outcome == Outcome.INSERTED,
        switch (outcome) {
          case INSERTED -> 100 + index;
          case UPDATED, SKIPPED -> 5;
          case FAILED -> 0;
        },
        List.of(),
        problems,
        new BitSet(0),
        List.of());
  }

  private static Job job() {
    JobOptions options =
        new JobOptions(
            Optional.empty(), Optional.empty(), "auto", false, CommitPolicy.CHUNK, false);
    Job job = JobStoreContract.job("imp_1", options);
    JobInput input = job.input();
    return new Job(
        0,
        "imp_pages",
        JobState.RUNNING,
        job.provenance(),
        new JobInput(
            input.format(),
            input.realm(),
            input.source(),
            input.path(),
            input.digest(),
            input.host(),
            List.of(),
            300,
            100,
            CHUNK),
        options,
        job.times());
  }
}
