package dev.muster.app.job.run;

import static dev.muster.app.job.run.ImportFixture.byChunk;
import static dev.muster.app.job.run.ImportFixture.options;
import static dev.muster.app.job.run.ImportFixture.record;
import static dev.muster.app.job.run.ImportFixture.records;
import static dev.muster.app.job.run.ImportFixture.request;
import static dev.muster.app.job.run.ImportFixture.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobState;
import dev.muster.app.settings.PasswordSettings;
import dev.muster.app.settings.Settings;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.AttributeKind;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportsTest {

  /** More than two chunks. */
  private static final int MANY = 2 * Imports.READ_AT_ONCE + 100;

  @TempDir private Path folder;

  @Test
  void everyRecordHasItsOutcome() throws Exception {
    Path file = write(folder.resolve("in.ndjson"), records(70));
    try (ImportFixture trial = new ImportFixture(folder.resolve("a.db"))) {
      FinishedImport done = trial.run(file, byChunk());
      assertThat(done.job().state()).isEqualTo(JobState.COMPLETED);
      assertThat(done.job().completedAt()).contains(ImportFixture.START);
      assertThat(done.tally().inserted()).isEqualTo(30);
      assertThat(done.tally().updated()).isEqualTo(10);
      assertThat(done.tally().failed()).isEqualTo(30);
      assertThat(trial.results(done.job())).hasSize(70);
      assertThat(trial.rejects(done.job())).hasSize(30).contains("{broken", "{\"email\": 5}");
      assertThat(trial.users()).hasSize(30);
      assertThat(trial.users()).allMatch(user -> user.createdAt().equals(ImportFixture.START));
    }
  }

  @ParameterizedTest
  @EnumSource(CommitPolicy.class)
  void aDryRunPredictsTheRealRun(CommitPolicy commit) throws Exception {
    Path before = write(folder.resolve("before.ndjson"), records(21));
    Path file = write(folder.resolve("in.ndjson"), records(MANY));
    try (ImportFixture trial = new ImportFixture(folder.resolve("a.db"))) {
      trial.run(before, byChunk());
      trial.laterBy(Duration.ofHours(1));
      List<User> users = trial.users();
      FinishedImport dry = trial.run(file, options(true, true, commit));
      assertThat(trial.users()).isEqualTo(users);
      FinishedImport real = trial.run(file, options(true, false, commit));
      assertThat(dry.job().state()).isEqualTo(real.job().state());
      assertThat(dry.tally()).isEqualTo(real.tally());
      assertThat(fromFirst(trial.results(dry.job()), dry.job()))
          .isEqualTo(fromFirst(trial.results(real.job()), real.job()));
      assertThat(trial.rejects(dry.job())).isEqualTo(trial.rejects(real.job()));
    }
  }

  /** Results with users of the job numbered from its first one: a dry run reserves no numbers. */
  private static List<RecordResult> fromFirst(List<RecordResult> results, Job job) {
    return results.stream()
        .map(
            result ->
                result.userId() < job.firstUser()
                    ? result
                    : new RecordResult(
                        result.position(),
                        result.outcome(),
                        result.changed(),
                        result.userId() - job.firstUser() + (1L << 40),
                        result.warnings(),
                        result.problems(),
                        result.effects(),
                        result.changes()))
        .toList();
  }

  @Test
  void aWholeWithoutFailuresIsKept() throws Exception {
    List<String> good = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      good.add(record("user" + i, "\"name\": \"n\""));
    }
    Path file = write(folder.resolve("in.ndjson"), good);
    try (ImportFixture trial = new ImportFixture(folder.resolve("a.db"))) {
      FinishedImport done = trial.run(file, options(true, false, CommitPolicy.WHOLE));
      assertThat(done.job().state()).isEqualTo(JobState.COMPLETED);
      assertThat(done.tally().inserted()).isEqualTo(MANY);
      assertThat(trial.users()).hasSize(MANY);
    }
  }

  @Test
  void aWholeWithAFailureLeavesNothingButTheReasons() throws Exception {
    Path before =
        write(folder.resolve("before.ndjson"), List.of(record("user0", "\"name\": \"n\"")));
    Path file = write(folder.resolve("in.ndjson"), records(MANY));
    try (ImportFixture trial = new ImportFixture(folder.resolve("a.db"))) {
      trial.run(before, byChunk());
      List<User> users = trial.users();
      FinishedImport done = trial.run(file, options(true, false, CommitPolicy.WHOLE));
      assertThat(done.job().state()).isEqualTo(JobState.FAILED);
      assertThat(trial.users()).isEqualTo(users);
      assertThat(done.tally().inserted() + done.tally().updated() + done.tally().changed())
          .isZero();
      assertThat(done.tally().failed()).isPositive();
      List<RecordResult> results = trial.results(done.job());
      assertThat(results).hasSize(MANY);
      assertThat(results.get(0).userId()).isEqualTo(users.get(0).id());
      assertThat(results.get(1).userId()).isZero();
      assertThat(results.get(1).outcome()).isEqualTo(Outcome.SKIPPED);
      assertThat(results.get(1).warnings()).contains(RolledBack.WARNING);
      assertThat(results.get(5).outcome()).isEqualTo(Outcome.FAILED);
      assertThat(results.get(5).problems()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(CommitPolicy.class)
  void anInterruptedImportIsResumedAsIfNothingHadHappened(CommitPolicy commit) throws Exception {
    Path file = write(folder.resolve("in.ndjson"), records(MANY));
    JobOptions options = options(false, false, commit);
    List<Runnable> moments = new ArrayList<>();
    try (ImportFixture undisturbed = new ImportFixture(folder.resolve("a.db"));
        ImportFixture trial =
            new ImportFixture(
                folder.resolve("b.db"), Settings.DEFAULTS, () -> moments.forEach(Runnable::run))) {
      FinishedImport expected = undisturbed.run(file, options);
      moments.add(trial.stop::raise);
      Interrupted stopped = catchThrowableOfType(Interrupted.class, () -> trial.run(file, options));
      Job job = trial.store.jobs().find(stopped.job().id()).orElseThrow();
      assertThat(job.state()).isEqualTo(JobState.INTERRUPTED);
      assertThat(trial.results(job)).hasSizeLessThan(MANY);
      trial.laterBy(Duration.ofDays(1));
      FinishedImport done = trial.imports(new StopSignal()).resume(job, ImportProgress.NONE);
      assertThat(done.job().id()).isEqualTo(job.id());
      assertThat(done.job().state()).isEqualTo(expected.job().state());
      assertThat(done.tally()).isEqualTo(expected.tally());
      assertThat(trial.results(done.job())).isEqualTo(undisturbed.results(expected.job()));
      assertThat(trial.rejects(done.job())).isEqualTo(undisturbed.rejects(expected.job()));
      assertThat(trial.users()).isEqualTo(undisturbed.users());
    }
  }

  @Test
  void theSameImportWithResumeTakesUpTheUnfinishedOne() throws Exception {
    Path file = write(folder.resolve("in.ndjson"), records(70));
    try (ImportFixture trial = new ImportFixture(folder.resolve("a.db"))) {
      trial.stop.raise();
      Interrupted stopped =
          catchThrowableOfType(Interrupted.class, () -> trial.run(file, byChunk()));
      Imports imports = trial.imports(new StopSignal());
      FinishedImport other =
          imports.start(
              request(file, options(false, false, CommitPolicy.CHUNK), true), ImportProgress.NONE);
      assertThat(other.job().id()).isNotEqualTo(stopped.job().id());
      FinishedImport done = imports.start(request(file, byChunk(), true), ImportProgress.NONE);
      assertThat(done.job().id()).isEqualTo(stopped.job().id());
      FinishedImport again = imports.start(request(file, byChunk(), true), ImportProgress.NONE);
      assertThat(again.job().id()).isNotEqualTo(stopped.job().id());
    }
  }

  @Test
  void whatIsFinishedOrHasAnotherInputIsNotResumed() throws Exception {
    Path file = write(folder.resolve("in.ndjson"), records(7));
    try (ImportFixture trial = new ImportFixture(folder.resolve("a.db"))) {
      Job finished = trial.run(file, byChunk()).job();
      assertThatThrownBy(() -> trial.imports().resume(finished, ImportProgress.NONE))
          .isInstanceOf(UsageProblem.class)
          .hasMessageContaining("finished");
      trial.stop.raise();
      Interrupted stopped =
          catchThrowableOfType(Interrupted.class, () -> trial.run(file, byChunk()));
      Files.writeString(file, records(8).get(7) + "\n");
      assertThatThrownBy(
              () -> trial.imports(new StopSignal()).resume(stopped.job(), ImportProgress.NONE))
          .isInstanceOf(UsageProblem.class)
          .hasMessageContaining("not the file any more");
    }
  }

  @Test
  void aJobThatSomebodyIsAtWorkOnIsLeftToThem() throws Exception {
    Path file = write(folder.resolve("in.ndjson"), records(7));
    try (ImportFixture trial = new ImportFixture(folder.resolve("a.db"))) {
      trial.stop.raise();
      Interrupted stopped =
          catchThrowableOfType(Interrupted.class, () -> trial.run(file, byChunk()));
      Imports imports = trial.imports(new StopSignal());
      try (Closeable held = trial.store.hold(stopped.job().number()).orElseThrow()) {
        assertThat(held).isNotNull();
        assertThatThrownBy(() -> imports.resume(stopped.job(), ImportProgress.NONE))
            .isInstanceOf(UsageProblem.class)
            .hasMessageContaining("another process");
      }
      assertThat(imports.resume(stopped.job(), ImportProgress.NONE).job().state())
          .isEqualTo(JobState.COMPLETED);
    }
  }

  @Test
  void aDeclaredAttributeIsUniqueInEveryFormat() throws Exception {
    Settings settings = uniqueBadge();
    Path file =
        write(
            folder.resolve("in.ndjson"),
            List.of(
                record("a", "\"custom_attributes\": {\"badge\": \"7\"}"),
                record("b", "\"custom_attributes\": {\"badge\": \"7\"}"),
                record("c", "\"custom_attributes\": {\"badge\": \"8\"}")));
    try (ImportFixture trial = new ImportFixture(folder.resolve("a.db"), settings, () -> {})) {
      FinishedImport done = trial.run(file, byChunk());
      assertThat(trial.results(done.job()))
          .extracting(RecordResult::outcome)
          .containsExactly(Outcome.INSERTED, Outcome.FAILED, Outcome.INSERTED);
      Path table = write(folder.resolve("t.csv"), List.of("email key,badge", "d@x.example,8"));
      assertThat(trial.run(table, byChunk()).tally().failed()).isEqualTo(1);
    }
  }

  private static Settings uniqueBadge() {
    AttributeDeclaration badge =
        new AttributeDeclaration(
            "badge",
            AttributeKind.STRING,
            "Badge",
            false,
            UniqueScope.REALM,
            null,
            null,
            List.of());
    return new Settings(
        Optional.empty(),
        Map.of(),
        Map.of(),
        List.of(badge),
        "US",
        InputLimits.DEFAULTS,
        PasswordSettings.DEFAULTS);
  }

  @Test
  void aKeyRepeatedChunksLaterFailsNamingTheFirstLine() throws Exception {
    List<String> rows = new ArrayList<>(List.of("email key,first_name"));
    for (int i = 0; i < MANY; i++) {
      rows.add("user" + (i == MANY - 1 ? 0 : i) + "@example.com,Name");
    }
    Path file = write(folder.resolve("in.csv"), rows);
    List<Runnable> moments = new ArrayList<>();
    try (ImportFixture trial =
        new ImportFixture(
            folder.resolve("a.db"), Settings.DEFAULTS, () -> moments.forEach(Runnable::run))) {
      moments.add(trial.stop::raise);
      Interrupted stopped =
          catchThrowableOfType(Interrupted.class, () -> trial.run(file, byChunk()));
      FinishedImport done =
          trial.imports(new StopSignal()).resume(stopped.job(), ImportProgress.NONE);
      assertThat(done.tally().failed()).isEqualTo(1);
      RecordResult last = trial.results(done.job()).get(MANY - 1);
      assertThat(last.problems().get(0).message()).contains("2");
      assertThat(trial.users()).hasSize(MANY - 1);
    }
  }
}
