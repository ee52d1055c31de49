package dev.muster.app.job.run;

import static dev.muster.app.job.run.ImportFixture.byChunk;
import static dev.muster.app.job.run.ImportFixture.options;
import static dev.muster.app.job.run.ImportFixture.record;
import static dev.muster.app.job.run.ImportFixture.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.StoreKind;
import dev.muster.app.store.StrayKeys;
import dev.muster.problem.ProblemCode;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.user.Key;
import dev.muster.user.LoginIdKind;
import dev.muster.user.User;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that the database refuses fail alone, in any place and number. */
class BisectionTest {

  /** More than two chunks of either store. */
  private static final int MANY = 4_500;

  @TempDir private Path folder;

  static Stream<Arguments> refused() {
    List<Set<Integer>> places =
        List.of(
            Set.of(0),
            Set.of(500),
            Set.of(MANY - 1),
            Set.of(0, 1, 998, 999, 1000, 1999, 2000, 2001, 4200, MANY - 1),
            new TreeSet<>(IntStream.range(1000, 1040).boxed().toList()),
            new TreeSet<>(new Random(5).ints(30, 0, MANY).boxed().toList()));
    return Stream.of(StoreKind.values())
        .flatMap(kind -> places.stream().map(some -> Arguments.of(kind, some)));
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("refused")
  void onlyTheRefusedRecordsFail(StoreKind kind, Set<Integer> refused) throws Exception {
    Path file = write(folder.resolve("in.ndjson"), people(MANY));
    String address = kind.emptyDirectory(folder, "a");
    try (ImportFixture trial = new ImportFixture(address)) {
      StrayKeys.put(address, names(refused));
      FinishedImport done = trial.run(file, byChunk());
      assertThat(done.job().state()).isEqualTo(JobState.COMPLETED);
      assertOnlyTheseFailed(trial.results(done.job()), refused, done.job().firstUser());
      assertThat(trial.rejects(done.job())).hasSize(refused.size());
      assertThat(trial.users()).hasSize(MANY - refused.size());
      assertThat(trial.store.savepoints())
          .as("attempts")
          .isLessThanOrEqualTo(2 * 12 * refused.size() + MANY / 1000 + 1);
    }
    StrayKeys.remove(address, names(refused));
    DirectoryInvariants.assertHold(address);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void allRecordsOfAnInputMayBeRefused(StoreKind kind) throws Exception {
    Set<Integer> all = new TreeSet<>(IntStream.range(0, 70).boxed().toList());
    Path file = write(folder.resolve("in.ndjson"), people(70));
    String address = kind.emptyDirectory(folder, "a");
    try (ImportFixture trial = new ImportFixture(address)) {
      StrayKeys.put(address, names(all));
      FinishedImport done = trial.run(file, byChunk());
      assertOnlyTheseFailed(trial.results(done.job()), all, done.job().firstUser());
      assertThat(trial.users()).isEmpty();
      StrayKeys.remove(address, names(all));
      assertThat(trial.run(file, byChunk()).tally().inserted()).isEqualTo(70);
    }
    DirectoryInvariants.assertHold(address);
  }

  /** The user name of a refused record is free for the next one, its update finds nobody. */
  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void laterRecordsAreDecidedOnWhatThenIs(StoreKind kind) throws Exception {
    List<String> lines =
        List.of(
            record("before", "\"name\": \"B\""),
            record("refused", "\"preferred_username\": \"wanted\""),
            record("other", "\"preferred_username\": \"wanted\""),
            record("before", "\"given_name\": \"b\""));
    Path file = write(folder.resolve("in.ndjson"), lines);
    String address = kind.emptyDirectory(folder, "a");
    List<Key> stray = List.of(Key.of(LoginIdKind.EMAIL, "refused@example.com"));
    try (ImportFixture trial = new ImportFixture(address)) {
      StrayKeys.put(address, stray);
      FinishedImport done = trial.run(file, byChunk());
      assertThat(trial.results(done.job()))
          .extracting(RecordResult::outcome)
          .containsExactly(Outcome.INSERTED, Outcome.FAILED, Outcome.INSERTED, Outcome.UPDATED);
    }
    StrayKeys.remove(address, stray);
    DirectoryInvariants.assertHold(address);
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void aWholeFailsWithItsCulpritsNamed(StoreKind kind) throws Exception {
    Set<Integer> refused = Set.of(3, 1500, MANY - 1);
    Path file = write(folder.resolve("in.ndjson"), people(MANY));
    String address = kind.emptyDirectory(folder, "a");
    try (ImportFixture trial = new ImportFixture(address)) {
      StrayKeys.put(address, names(refused));
      FinishedImport done = trial.run(file, options(true, false, CommitPolicy.WHOLE));
      assertThat(done.job().state()).isEqualTo(JobState.FAILED);
      assertThat(trial.users()).isEmpty();
      List<RecordResult> results = trial.results(done.job());
      for (int i = 0; i < MANY; i++) {
        boolean culprit = refused.contains(i);
        assertThat(results.get(i).outcome()).isEqualTo(culprit ? Outcome.FAILED : Outcome.SKIPPED);
        assertThat(results.get(i).problems().isEmpty()).isEqualTo(!culprit);
      }
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void anInterruptedImportIsResumed(StoreKind kind) throws Exception {
    Set<Integer> refused = Set.of(7, 2_345, 4_444);
    Path file = write(folder.resolve("in.ndjson"), people(MANY));
    String address = kind.emptyDirectory(folder, "a");
    List<Runnable> moments = new ArrayList<>();
    try (ImportFixture trial =
        new ImportFixture(address, Settings.DEFAULTS, () -> moments.forEach(Runnable::run))) {
      StrayKeys.put(address, names(refused));
      moments.add(
          () -> {
            if (trial.store.savepoints() > 0) {
              trial.stop.raise();
            }
          });
      Interrupted stopped =
          catchThrowableOfType(Interrupted.class, () -> trial.run(file, byChunk()));
      moments.clear();
      Job job = trial.store.jobs().find(stopped.job().id()).orElseThrow();
      FinishedImport done = trial.imports(new StopSignal()).resume(job, ImportProgress.NONE);
      assertOnlyTheseFailed(trial.results(done.job()), refused, done.job().firstUser());
      assertThat(trial.users()).hasSize(MANY - refused.size());
    }
    StrayKeys.remove(address, names(refused));
    DirectoryInvariants.assertHold(address);
  }

  /** With updates, with attributes as keys, and with values that no two rows may share. */
  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void tablesAreBisectedAsWell(StoreKind kind) throws Exception {
    List<String> rows = new ArrayList<>(List.of("username key,last_name unique,email"));
    for (int i = 0; i < 2_500; i++) {
      rows.add("user" + i + ",last" + i + ",user" + i + "@example.com");
    }
    rows.set(2_400, "late,last11,late@example.com"); // what the refused record 10 has
    Path file = write(folder.resolve("in.csv"), rows);
    String address = kind.emptyDirectory(folder, "a");
    Set<Key> stray = Set.of(Key.of(LoginIdKind.EMAIL, "user11@example.com"));
    try (ImportFixture trial = new ImportFixture(address)) {
      trial.run(
          write(folder.resolve("before.csv"), rows.subList(0, 8)),
          options(true, false, CommitPolicy.CHUNK));
      List<User> before = trial.users();
      StrayKeys.put(address, stray);
      FinishedImport done = trial.run(file, options(true, false, CommitPolicy.CHUNK));
      List<RecordResult> results = trial.results(done.job());
      Set<Long> failed = new HashSet<>();
      results.stream()
          .filter(result -> result.outcome() == Outcome.FAILED)
          .forEach(result -> failed.add(result.position().index()));
      assertThat(failed).containsExactlyInAnyOrder(11L, 2_399L);
      assertThat(results.get(11).problems().get(0).code())
          .isEqualTo(ProblemCode.REFUSED_BY_DATABASE);
      assertThat(results.get(2_399).problems().get(0).code())
          .isEqualTo(ProblemCode.UNIQUE_CONSTRAINT_FAILED);
      assertThat(trial.users()).hasSize(2_498).containsAll(before);
    }
    StrayKeys.remove(address, stray);
  }

  private static void assertOnlyTheseFailed(
      List<RecordResult> results, Set<Integer> refused, long firstUser) {
    assertThat(results).hasSizeGreaterThanOrEqualTo(refused.size());
    for (int i = 0; i < results.size(); i++) {
      RecordResult result = results.get(i);
      assertThat(result.position().index()).isEqualTo(i);
      if (refused.contains(i)) {
        assertThat(result.outcome()).as("record %d", i).isEqualTo(Outcome.FAILED);
        assertThat(result.problems().get(0).code()).isEqualTo(ProblemCode.REFUSED_BY_DATABASE);
      } else {
        assertThat(result.outcome()).as("record %d", i).isEqualTo(Outcome.INSERTED);
        assertThat(result.userId()).isEqualTo(firstUser + i);
      }
    }
  }

  private static List<String> people(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> record("user" + i, "\"preferred_username\": \"name" + i + "\""))
        .toList();
  }

  private static List<Key> names(Set<Integer> people) {
    return people.stream().map(i -> Key.of(LoginIdKind.USERNAME, "name" + i)).toList();
  }
}
