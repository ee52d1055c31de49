package dev.muster.app.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
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
    Path file = ImportFixture.write(folder.resolve("in.ndjson"), ImportFixture.records(RECORDS));
    String address = kind.emptyDirectory(folder, "shared");
    try (ImportFixture one = new ImportFixture(address)) {
      ImportProgress stopping =
          new ImportProgress() {
            @Override
            public void done(long records) {
              one.stop.raise();
            }
          };
      assertThatThrownBy(
              () ->
                  one.imports()
                      .start(ImportFixture.request(file, ImportFixture.byChunk(), false), stopping))
          .isInstanceOf(Interrupted.class);
    }
    try (ImportFixture other = new ImportFixture(address);
        ImportFixture undisturbed = new ImportFixture(kind.emptyDirectory(folder, "undisturbed"))) {
      other.laterBy(ahead);
      Job job =
          other
              .imports()
              .start(
                  ImportFixture.request(file, ImportFixture.byChunk(), true), ImportProgress.NONE)
              .job();
      assertThat(job.state()).isEqualTo(JobState.COMPLETED);
      assertThat(job.createdAt()).isEqualTo(ImportFixture.START);
      assertThat(job.completedAt().orElseThrow()).isAfterOrEqualTo(job.createdAt());
      Job same = undisturbed.run(file, ImportFixture.byChunk()).job();
      assertThat(other.results(job).equals(undisturbed.results(same))).isTrue();
      assertThat(other.users().equals(undisturbed.users())).isTrue();
    }
    DirectoryInvariants.assertHold(address);
  }

  @ParameterizedTest
  @CsvSource({"POSTGRESQL", "SQLITE"})
  void noUserIsChangedBeforeItIsMade(StoreKind kind) throws Exception {
    String user = ImportFixture.record("somebody", "\"name\": \"before\"");
    String changed = ImportFixture.record("somebody", "\"name\": \"after\"");
    try (ImportFixture trial = new ImportFixture(kind.emptyDirectory(folder, "directory"))) {
      trial.run(
          ImportFixture.write(folder.resolve("1.ndjson"), List.of(user)), ImportFixture.byChunk());
      trial.laterBy(Duration.ofHours(-7));
      Path again = ImportFixture.write(folder.resolve("2.ndjson"), List.of(changed));
      assertThat(trial.run(again, ImportFixture.byChunk()).tally().changed()).isEqualTo(1);
      assertThat(trial.users())
          .singleElement()
          .satisfies(found -> assertThat(found.updatedAt()).isAfterOrEqualTo(found.createdAt()));
    }
  }
}
