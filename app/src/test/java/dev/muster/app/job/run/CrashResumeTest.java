package dev.muster.app.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobStore;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.app.store.WebhookMessage;
import dev.muster.report.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kills a real process at every moment that matters, resumes, and compares. */
class CrashResumeTest {

  private static final String WEBHOOK = "https://example.org/hook";

  @TempDir private Path folder;

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void aKilledImportEndsLikeAnUndisturbedOne(StoreKind kind) throws Exception {
    List<String> records = ImportFixture.records(Imports.READ_AT_ONCE + 100);
    dieEverywhere(
        kind, CommitPolicy.CHUNK, ImportFixture.write(folder.resolve("in.ndjson"), records));
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void aKilledWholeEndsLikeAnUndisturbedOne(StoreKind kind) throws Exception {
    List<String> records = new ArrayList<>(ImportFixture.records(200));
    records.removeIf(line -> line.startsWith("{broken") || line.contains(": 5"));
    for (int i = 0; i < records.size(); i++) {
      records.set(i, records.get(i).replaceAll(", \"preferred_username.*", "}"));
    }
    dieEverywhere(
        kind, CommitPolicy.WHOLE, ImportFixture.write(folder.resolve("in.ndjson"), records));
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void aKilledWholeThatWouldFailFailsAllTheSame() throws Exception {
    Path file = ImportFixture.write(folder.resolve("in.ndjson"), ImportFixture.records(100));
    dieEverywhere(StoreKind.SQLITE, CommitPolicy.WHOLE, file);
  }

  private void dieEverywhere(StoreKind kind, CommitPolicy commit, Path file) throws Exception {
    JobOptions options = ImportFixture.options(false, false, commit);
    try (ImportFixture undisturbed =
        new ImportFixture(kind.emptyDirectory(folder, "undisturbed"))) {
      FinishedImport expected = undisturbed.run(file, options);
      assertThat(undisturbed.results(expected.job()))
          .anyMatch(result -> result.outcome() == Outcome.SKIPPED);
      int moment = 0;
      String address = withWebhook(kind.emptyDirectory(folder, "killed" + moment));
      while (killed(moment, options, file, address)) {
        try (ImportFixture trial = new ImportFixture(address)) {
          List<Job> jobs = trial.store.jobs().page(JobFilter.ALL, JobStore.LATEST, 100);
          Job done;
          boolean ended = !jobs.isEmpty() && jobs.get(0).state().finished();
          assertThat(messages(trial)).as("moment %d", moment).hasSize(ended ? 1 : 0);
          if (ended) {
            done = jobs.get(0); // only the report was missing
          } else {
            if (!jobs.isEmpty()) {
              trial.laterBy(Duration.ofDays(1)); // a job on record keeps its time
            }
            ImportRequest again = ImportFixture.request(file, options, true);
            done = trial.imports().start(again, ImportProgress.NONE).job();
          }
          assertThat(trial.store.jobs().page(JobFilter.ALL, JobStore.LATEST, 100))
              .as("moment %d", moment)
              .hasSize(1);
          assertThat(done.state()).isEqualTo(expected.job().state());
          assertThat(messages(trial))
              .as("moment %d", moment)
              .extracting(WebhookMessage::event)
              .containsExactly("import." + done.state().wireName());
          assertThat(trial.store.jobs().tally(done))
              .as("moment %d", moment)
              .isEqualTo(expected.tally());
          assertThat(trial.results(done).equals(undisturbed.results(expected.job())))
              .as("equal results after being killed at moment %d", moment)
              .isTrue();
          assertThat(trial.rejects(done)).isEqualTo(undisturbed.rejects(expected.job()));
          assertThat(trial.users().equals(undisturbed.users()))
              .as("equal users after being killed at moment %d", moment)
              .isTrue();
        }
        DirectoryInvariants.assertHold(address);
        moment++;
        address = withWebhook(kind.emptyDirectory(folder, "killed" + moment));
      }
      assertThat(moment).as("moments to be killed at").isGreaterThan(2);
    }
  }

  /** The end of an import and the message about it are one transaction. */
  private static String withWebhook(String address) {
    try (Session session = StoreKind.open(address)) {
      session.webhooks().register(WEBHOOK, ImportFixture.START);
    }
    return address;
  }

  private static List<WebhookMessage> messages(ImportFixture trial) {
    return trial.store.webhooks().due(WEBHOOK, Instant.now(), 10);
  }

  private boolean killed(int moment, JobOptions options, Path file, String address)
      throws IOException, InterruptedException {
    Process process =
        CrashingImport.start(address, file, options, moment, folder.resolve("out" + moment));
    int exit = process.waitFor();
    assertThat(exit)
        .as(() -> "what the process said is in " + folder.resolve("out" + moment))
        .isIn(0, CrashingImport.KILLED);
    return exit == CrashingImport.KILLED;
  }
}
