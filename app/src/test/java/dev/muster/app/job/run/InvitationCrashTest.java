package dev.muster.app.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobStore;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.Mailing;
import dev.muster.app.store.StoreKind;
import dev.muster.app.store.WebhookMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kills a real process at every moment that matters: each new user gets one mail all the same. */
class InvitationCrashTest {

  private static final int ROWS = 2_500;
  private static final String QUEUE = "mail:users";

  @TempDir private Path folder;

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void eachNewUserIsQueuedOnceWhereverTheImportDies(StoreKind kind) throws Exception {
    JobOptions options = ImportFixture.options(true, false, CommitPolicy.CHUNK);
    Path file = ImportFixture.write(folder.resolve("in.csv"), table());
    int moment = 0;
    String address = kind.emptyDirectory(folder, "killed" + moment);
    while (isKilled(moment, options, file, address)) {
      try (ImportFixture trial = new ImportFixture(address)) {
        List<Job> jobs = trial.store.jobs().page(JobFilter.ALL, JobStore.LATEST, 100);
        boolean ended = !jobs.isEmpty() && jobs.get(0).state().finished();
        if (!ended) {
          assertThat(trial.store.mailings().areWaiting()).as("moment %d", moment).isFalse();
        }
        Job done =
            ended
                ? jobs.get(0)
                : trial
                    .imports()
                    .start(ImportFixture.request(file, options, true), ImportProgress.NONE)
                    .job();
        assertThat(trial.store.mailings().find(done).map(Mailing::users))
            .as("moment %d", moment)
            .contains((long) ROWS / 2);
        assertThat(queued(trial)).as("moment %d", moment).hasSize(ROWS / 2).doesNotHaveDuplicates();
      }
      DirectoryInvariants.assertHold(address);
      moment++;
      address = kind.emptyDirectory(folder, "killed" + moment);
    }
    assertThat(moment).as("moments to be killed at").isGreaterThan(2);
  }

  /** Every second user is invited. */
  private static List<String> table() {
    List<String> lines = new ArrayList<>(List.of("email key,@registration"));
    for (int i = 0; i < ROWS; i++) {
      lines.add("u" + i + "@example.com," + (i % 2 == 0 ? "send-email" : ""));
    }
    return lines;
  }

  private static List<String> queued(ImportFixture trial) {
    Instant now = Instant.now();
    while (trial.store.mailings().areWaiting()) {
      now = now.plusSeconds(60);
      trial.store.mailings().queue(QUEUE, 1_000, now);
    }
    return trial.store.webhooks().due(QUEUE, now, 2 * ROWS).stream()
        .map(WebhookMessage::body)
        .toList();
  }

  private boolean isKilled(int moment, JobOptions options, Path file, String address)
      throws Exception {
    Process process =
        CrashingImport.start(address, file, options, moment, folder.resolve("out" + moment));
    int exit = process.waitFor();
    assertThat(exit)
        .as(() -> "what the process said is in " + folder.resolve("out" + moment))
        .isIn(0, CrashingImport.KILLED);
    return exit == CrashingImport.KILLED;
  }
}
