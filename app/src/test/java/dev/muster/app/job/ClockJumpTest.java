package dev.muster.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.joblog.Job;
import dev.muster.app.joblog.JobState;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.StoreKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nodes whose clocks disagree by hours take over each other's imports. */
class ClockJumpTest {

  private static final int RECORDS = 12_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"POSTGRESQL, PT7H", "POSTGRESQL, PT-7H", "SQLITE, PT-7H"})
  void aNodeInAnotherTimeEndsTheImport(StoreKind kind, Duration ahead) throws Exception {
    Path file = Trial.write(folder.resolve("in.ndjson"), Trial.records(RECORDS));
    String address = kind.emptyDirectory(folder, "shared");
    try (Trial one = new Trial(address)) {
      ImportProgress stopping =
          new ImportProgress() {
            @Override
            public void done(long records) {
              one.stop.raise();
            }
          };
      assertThatThrownBy(
              () -> one.imports().start(Trial.request(file, Trial.byChunk(), false), stopping))
          .isInstanceOf(Interrupted.class);
    }
    try (Trial other = new Trial(address);
        Trial undisturbed = new Trial(kind.emptyDirectory(folder, "undisturbed"))) {
      other.laterBy(ahead);
      Job job =
          other
              .imports()
              .start(Trial.request(file, Trial.byChunk(), true), ImportProgress.NONE)
              .job();
      assertThat(job.state()).isEqualTo(JobState.COMPLETED);
      assertThat(job.createdAt()).isEqualTo(Trial.START);
      assertThat(job.completedAt().orElseThrow()).isAfterOrEqualTo(job.createdAt());
      Job same = undisturbed.run(file, Trial.byChunk()).job();
      assertThat(other.results(job).equals(undisturbed.results(same))).isTrue();
      assertThat(other.users().equals(undisturbed.users())).isTrue();
    }
    DirectoryInvariants.assertHold(address);
  }

  @ParameterizedTest
  @CsvSource({"POSTGRESQL", "SQLITE"})
  void noUserIsChangedBeforeItIsMade(StoreKind kind) throws Exception {
    String user = Trial.record("somebody", "\"name\": \"before\"");
    String changed = Trial.record("somebody", "\"name\": \"after\"");
    try (Trial trial = new Trial(kind.emptyDirectory(folder, "directory"))) {
      trial.run(Trial.write(folder.resolve("1.ndjson"), List.of(user)), Trial.byChunk());
      trial.laterBy(Duration.ofHours(-7));
      Path again = Trial.write(folder.resolve("2.ndjson"), List.of(changed));
      assertThat(trial.run(again, Trial.byChunk()).tally().changed()).isEqualTo(1);
      assertThat(trial.users())
          .singleElement()
          .satisfies(found -> assertThat(found.updatedAt()).isAfterOrEqualTo(found.createdAt()));
    }
  }
}
