package dev.muster.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.read.Position;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final Problem PROBLEM = Problem.of(ProblemCode.DATA_ERROR, "wrong");
  private static final List<Outcome> OUTCOMES = List.copyOf(EnumSet.allOf(Outcome.class));

  @Test
  void countsEveryRecordUnderItsOutcome() {
    Tally tally =
        Tally.of(
            List.of(
                result(0, Outcome.INSERTED, true, List.of()),
                result(1, Outcome.UPDATED, true, List.of()),
                result(2, Outcome.UPDATED, false, List.of(PROBLEM)),
                result(3, Outcome.SKIPPED, false, List.of()),
                result(4, Outcome.FAILED, false, List.of(PROBLEM, PROBLEM))));
    assertThat(tally).isEqualTo(new Tally(5, 1, 2, 1, 1, 2, 2));
  }

  @Test
  void sumsThatDoNotAddUpAreRefused() {
    assertThatThrownBy(() -> new Tally(5, 1, 1, 1, 1, 0, 0))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Tally(4, 1, 1, 1, 1, 4, 0))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theTallyOfAllIsTheSumOfThoseOfTheParts() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<RecordResult> results = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Outcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
      boolean changed = outcome != Outcome.FAILED && random.nextBoolean();
      results.add(result(i, outcome, changed, random.nextBoolean() ? List.of(PROBLEM) : List.of()));
    }
    Tally sum = Tally.ZERO;
    for (int from = 0; from < results.size(); ) {
      int to = Math.min(results.size(), from + 1 + random.nextInt(50));
      sum = sum.plus(Tally.of(results.subList(from, to)));
      from = to;
    }
    assertThat(sum).as("seed %d", seed).isEqualTo(Tally.of(results));
    assertThat(sum.inserted() + sum.updated() + sum.skipped() + sum.failed())
        .as("seed %d", seed)
        .isEqualTo(results.size());
  }

  private static RecordResult result(
      long index, Outcome outcome, boolean changed, List<Problem> problems) {
    return new RecordResult(
        new Position(index, index + 1),
        outcome,
        changed,
        0,
        List.of(),
        problems,
        new BitSet(0),
        List.of());
  }
}
