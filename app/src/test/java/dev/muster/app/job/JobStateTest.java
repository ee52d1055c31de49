package dev.muster.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobStateTest {

  /** A row a state: it, and those that it may become. */
  private static final String TABLE =
      """
      pending      running paused cancelled failed
      running      paused interrupted cancelled completed failed
      paused       pending running cancelled
      interrupted  pending running paused cancelled
      cancelled
      completed
      failed
      """;

  @Test
  void whatFollowsWhat() {
    EnumSet<JobState> seen = EnumSet.noneOf(JobState.class);
    TABLE
        .lines()
        .forEach(
            row -> {
              String[] words = row.split("\\s+");
              JobState state = JobState.named(words[0]);
              seen.add(state);
              assertThat(Arrays.stream(JobState.values()).filter(state::mayBecome))
                  .as(words[0])
                  .containsExactlyInAnyOrderElementsOf(
                      Arrays.stream(words).skip(1).map(JobState::named).toList());
            });
    assertThat(seen).containsExactlyInAnyOrder(JobState.values());
  }

  @Test
  void nothingFollowsAnEnd() {
    assertThat(JobState.allFinished())
        .isEqualTo(Set.of(JobState.CANCELLED, JobState.COMPLETED, JobState.FAILED));
    assertThat(JobState.allUnfinished()).noneMatch(JobState::finished).hasSize(4);
  }

  @Test
  void whatPrecedesIsWhatMayBecomeIt() {
    for (JobState state : JobState.values()) {
      assertThat(state.previous())
          .allMatch(previous -> previous.mayBecome(state))
          .doesNotContain(state);
    }
  }
}
