package dev.muster.app.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobState;
import dev.muster.app.job.Retention;
import dev.muster.app.job.StopRequest;
import dev.muster.app.journal.Actor;
import dev.muster.app.journal.Journal;
import dev.muster.app.journal.JournalEntry;
import dev.muster.app.journal.JournalFilter;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody who is not at work on an import asks it to stop. */
class StopRequestTest {

  /** Several chunks, so that the import looks for requests again after the first. */
  private static final int RECORDS = 20_000;

  private static final Actor ANN = Actor.cli("ann", "home");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void anImportPausesAndGoesOn(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "pause");
    Path file = people();
    try (ImportFixture trial = new ImportFixture(address)) {
      Job paused = stoppedBy(StopRequest.PAUSE, trial, address, file);

      assertThat(paused.state()).isEqualTo(JobState.PAUSED);
      assertThat(paused.completedAt()).isEmpty();
      assertThat(actions(trial, paused))
          .containsExactly("import.paused", "import.stop_requested", "import.begun");

      FinishedImport finished = trial.imports(new StopSignal()).resume(paused, ImportProgress.NONE);
      assertThat(finished.job().state()).isEqualTo(JobState.COMPLETED);
      assertThat(finished.tally().inserted()).isEqualTo(RECORDS);
      assertThat(trial.store.users().count(Optional.empty())).isEqualTo(RECORDS);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aCancelledImportKeepsWhatItHasDone(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "cancel");
    Path file = people();
    try (ImportFixture trial = new ImportFixture(address)) {
      Job cancelled = stoppedBy(StopRequest.CANCEL, trial, address, file);

      assertThat(cancelled.state()).isEqualTo(JobState.CANCELLED);
      assertThat(cancelled.completedAt()).isPresent();
      assertThat(trial.store.jobs().stopRequested(cancelled)).isEmpty();
      assertThat(trial.store.jobs().tally(cancelled).total()).isLessThan(RECORDS);
      assertThat(actions(trial, cancelled))
          .containsExactly("import.cancelled", "import.stop_requested", "import.begun");
      assertThat(
              catchThrowableOfType(
                  UsageProblem.class, () -> trial.imports().resume(cancelled, ImportProgress.NONE)))
          .hasMessageContaining("is finished");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void pausingTwiceChangesNothing(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "twice");
    try (ImportFixture trial = new ImportFixture(address)) {
      Job job = interrupted(trial);
      assertThat(ask(job, StopRequest.PAUSE, address)).isEqualTo(ImportControl.Answer.DONE);
      assertThat(ask(job, StopRequest.PAUSE, address)).isEqualTo(ImportControl.Answer.DONE);

      assertThat(trial.store.jobs().find(job.id()).orElseThrow().state())
          .isEqualTo(JobState.PAUSED);
      assertThat(trial.store.jobs().stopRequested(job)).isEmpty();
      assertThat(actions(trial, job))
          .containsExactly("import.paused", "import.stop_requested", "import.begun");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void whatIsBeingCancelledCanNotBePaused(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "both");
    try (ImportFixture trial = new ImportFixture(address)) {
      Job job = interrupted(trial);
      try (Closeable held = trial.store.hold(job.number()).orElseThrow()) {
        assertThat(held).as("somebody is at work on it").isNotNull();
        assertThat(ask(job, StopRequest.CANCEL, address)).isEqualTo(ImportControl.Answer.ASKED);
        assertThat(ask(job, StopRequest.PAUSE, address)).isEqualTo(ImportControl.Answer.REFUSED);
        assertThat(trial.store.jobs().stopRequested(job)).contains(StopRequest.CANCEL);
      }
    }
  }

  private Job interrupted(ImportFixture trial) throws Exception {
    Path file = ImportFixture.write(folder.resolve("in.ndjson"), ImportFixture.records(20));
    trial.stop.raise();
    return catchThrowableOfType(Interrupted.class, () -> trial.run(file, ImportFixture.byChunk()))
        .job();
  }

  private Path people() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      lines.add("{\"email\":\"p" + i + "@example.com\",\"name\":\"Person " + i + "\"}");
    }
    return ImportFixture.write(folder.resolve("people.ndjson"), lines);
  }

  private static List<String> actions(ImportFixture trial, Job job) {
    return trial.store.journal().page(JournalFilter.ALL.ofJob(job.id()), Journal.LATEST, 9).stream()
        .map(JournalEntry::action)
        .toList();
  }

  /**
   * Another session asks as soon as the import has begun. The import's thread is then held until it
   * is due to look for requests again, so that it can't be done before that.
   */
  private static Job stoppedBy(StopRequest request, ImportFixture trial, String address, Path file)
      throws Exception {
    List<ImportControl.Answer> answers = new ArrayList<>();
    ImportProgress progress =
        new ImportProgress() {
          @Override
          public void importing(Job job, long done) {
            if (answers.isEmpty()) {
              answers.add(ask(job, request, address));
              holdForATick();
            }
          }
        };
    JobOptions options = ImportFixture.options(false, false, CommitPolicy.CHUNK);
    Interrupted interrupted =
        catchThrowableOfType(
            Interrupted.class,
            () -> trial.imports().start(ImportFixture.request(file, options, false), progress));
    assertThat(answers).containsExactly(ImportControl.Answer.ASKED);
    assertThat(interrupted).as("the import stops").isNotNull();
    return interrupted.job();
  }

  private static void holdForATick() {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < RequestedStop.TICK_NANOS) {
      LockSupport.parkNanos(RequestedStop.TICK_NANOS);
    }
  }

  private static ImportControl.Answer ask(Job job, StopRequest request, String address) {
    try (Session store = StoreKind.open(address)) {
      return new ImportControl(store, ANN, Clock.systemUTC(), Retention.FOREVER).stop(job, request);
    }
  }
}
