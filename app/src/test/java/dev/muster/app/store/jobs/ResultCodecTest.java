package dev.muster.app.store.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.RandomUsers;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.Warning;
import dev.muster.read.Position;
import dev.muster.report.Change;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResultCodecTest {

  @Test
  void resultsComeBackAsTheyWent() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int trial = 0; trial < 300; trial++) {
      long first = 1L + random.nextInt(1_000_000);
      List<RecordResult> results = results(random, first);
      StoredChunk chunk =
          new StoredChunk(
              0,
              OptionalLong.empty(),
              StoredChunk.results(results, first),
              StoredChunk.problems(results),
              null);
      assertThat(chunk.results(first)).as("seed %d", seed).isEqualTo(results);
    }
  }

  @Test
  void anInsertedRecordTakesOneByte() {
    List<RecordResult> results = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      results.add(
          new RecordResult(
              new Position(i, i + 1L),
              Outcome.INSERTED,
              true,
              5L + i,
              List.of(),
              List.of(),
              new BitSet(0),
              List.of()));
    }
    assertThat(ResultCodec.encode(results, 5)).hasSizeLessThan(1010);
  }

  private static List<RecordResult> results(Random random, long firstUser) {
    List<RecordResult> results = new ArrayList<>();
    long index = random.nextInt(1_000_000);
    long line = index + 1;
    for (int i = random.nextInt(50); i > 0; i--, index++) {
      line += random.nextInt(4) == 0 ? random.nextInt(500) : 1;
      results.add(result(random, new Position(index, line), firstUser));
    }
    return results;
  }

  private static RecordResult result(Random random, Position position, long firstUser) {
    Outcome outcome =
        List.of(Outcome.INSERTED, Outcome.UPDATED, Outcome.SKIPPED, Outcome.FAILED)
            .get(random.nextInt(4));
    long userId =
        switch (outcome) {
          case INSERTED -> firstUser + position.index();
          case UPDATED, SKIPPED -> random.nextInt(10_000_000);
          case FAILED -> 0;
        };
    List<Warning> warnings = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    BitSet effects = new BitSet();
    for (int i = random.nextInt(3); i > 0; i--) {
      warnings.add(new Warning(RandomUsers.text(random), random.nextInt(3) - 1));
      problems.add(problem(random));
      effects.set(random.nextInt(300));
      changes.add(new Change(RandomUsers.text(random), value(random), value(random)));
    }
    return new RecordResult(
        position,
        outcome,
        outcome == Outcome.INSERTED || (outcome != Outcome.FAILED && random.nextBoolean()),
        userId,
        warnings,
        problems,
        effects,
        changes,
        outcome == Outcome.INSERTED && random.nextBoolean());
  }

  private static Value value(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> null;
      case 1 -> Value.NULL;
      case 2 -> Value.of(RandomUsers.text(random));
      default -> RandomUsers.struct(random, 3);
    };
  }

  private static Problem problem(Random random) {
    ProblemCode code =
        random.nextBoolean() ? ProblemCode.DATA_ERROR : ProblemCode.VALIDATION_FAILED;
    return new Problem(
        code,
        RandomUsers.text(random),
        random.nextBoolean() ? null : "/" + RandomUsers.text(random),
        random.nextInt(4) - 1,
        random.nextBoolean() ? null : RandomUsers.text(random),
        random.nextBoolean() ? Struct.EMPTY : RandomUsers.struct(random, 2));
  }
}
