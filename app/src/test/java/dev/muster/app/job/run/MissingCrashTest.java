package dev.muster.app.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.missing.MissingAction;
import dev.muster.app.job.missing.MissingLimit;
import dev.muster.app.job.missing.MissingOptions;
import dev.muster.app.job.missing.MissingResult;
import dev.muster.app.job.missing.MissingUser;
import dev.muster.app.journal.Journal;
import dev.muster.app.journal.JournalFilter;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.StoreKind;
import dev.muster.user.User;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kills imports that disable or delete missing users, resumes them, and compares. */
class MissingCrashTest {

  private static final int USERS = 50;
  private static final int MISSING = 5;

  @TempDir private Path folder;

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @CsvSource({
    "SQLITE,     DISABLE, 100%, COMPLETED",
    "SQLITE,     DELETE,  100%, COMPLETED",
    "SQLITE,     DELETE,  5%,   FAILED",
    "SQLITE,     REPORT,  5%,   COMPLETED",
    "POSTGRESQL, DISABLE, 5%,   FAILED",
    "POSTGRESQL, DELETE,  100%, COMPLETED"
  })
  void aKilledImportEndsLikeAnUndisturbedOne(
      StoreKind kind, MissingAction action, String limit, JobState end) throws Exception {
    Path all = ImportFixture.write(folder.resolve("all.ndjson"), records(0, USERS));
    Path now = ImportFixture.write(folder.resolve("now.ndjson"), records(MISSING, USERS + 9));
    JobOptions options = options(action, limit);
    String before = kind.emptyDirectory(folder, "before");
    try (ImportFixture trial = new ImportFixture(before)) {
      trial.run(all, ImportFixture.byChunk());
    }
    End expected;
    try (ImportFixture undisturbed = new ImportFixture(kind.copy(before, folder, "undisturbed"))) {
      expected = End.of(undisturbed, undisturbed.run(now, options).job());
      assertThat(expected.state()).isEqualTo(end);
      assertThat(expected.result().orElseThrow().missing()).isEqualTo(MISSING);
    }
    int moment = 0;
    while (endsAs(expected, kind.copy(before, folder, "killed" + moment), now, moment)) {
      moment++;
    }
    assertThat(moment).as("moments to be killed at").isGreaterThan(2);
  }

  /** Whether the process was killed, and the import then ended as expected. */
  private boolean endsAs(End expected, String address, Path now, int moment) throws Exception {
    JobOptions options = expected.options();
    Path out = folder.resolve("out" + moment);
    int exit = CrashingImport.start(address, now, options, moment, out).waitFor();
    assertThat(exit).as("see " + out).isIn(0, CrashingImport.KILLED);
    if (exit == 0) {
      return false;
    }
    try (ImportFixture trial = new ImportFixture(address)) {
      Job last = trial.store.jobs().page(JobFilter.ALL, JobStore.LATEST, 1).get(0);
      boolean ended = last.options().missing().isPresent() && last.state().finished();
      Job done =
          ended
              ? last
              : trial
                  .imports()
                  .start(ImportFixture.request(now, options, true), ImportProgress.NONE)
                  .job();
      assertThat(trial.store.jobs().page(JobFilter.ALL, JobStore.LATEST, 9)).hasSize(2);
      assertThat(End.of(trial, done)).as("moment %d", moment).isEqualTo(expected);
    }
    DirectoryInvariants.assertHold(address);
    return true;
  }

  static JobOptions options(MissingAction action, String limit) {
    // as the admission makes it: only a report is imported chunk by chunk
    CommitPolicy commit = action.writes() ? CommitPolicy.WHOLE : CommitPolicy.CHUNK;
    return ImportFixture.options(true, false, commit)
        .with(
            new MissingOptions(action, MissingLimit.parse(limit).orElseThrow(), Optional.empty()));
  }

  static List<String> records(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> ImportFixture.record("p" + i, "\"name\": \"n\""))
        .toList();
  }

  /** All that an import leaves. */
  private record End(
      JobState state,
      JobOptions options,
      Optional<MissingResult> result,
      List<String> missing,
      List<String> users,
      List<String> journal) {

    static End of(ImportFixture trial, Job job) {
      JobStore jobs = trial.store.jobs();
      List<String> entries = new ArrayList<>();
      trial
          .store
          .journal()
          .page(JournalFilter.ALL.ofJob(job.id()).ofAction("user"), Journal.LATEST, 100)
          .forEach(entry -> entries.add(entry.action()));
      return new End(
          job.state(),
          new JobOptions(
                  job.options().identifier(),
                  job.options().upsert(),
                  job.options().encoding(),
                  job.options().dryRun(),
                  job.options().commit(),
                  job.options().diff())
              .with(job.options().missing().orElseThrow()),
          jobs.missing().find(job.number()),
          jobs.missing().users(job.number(), 0, 100).stream().map(MissingUser::login).toList(),
          trial.users().stream().map(End::shown).toList(),
          entries);
    }

    private static String shown(User user) {
      return user.id() + " " + user.account().email() + " " + user.account().disabled();
    }
  }
}
