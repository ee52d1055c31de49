package dev.muster.bench;

import dev.muster.app.Application;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobState;
import dev.muster.app.job.run.ImportProgress;
import dev.muster.app.job.run.ImportRequest;
import dev.muster.app.job.run.Submissions;
import dev.muster.app.store.Session;
import dev.muster.app.store.WaitListener;
import dev.muster.user.Realm;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Submits imports to a directory with running workers, one after the other. For each it prints the
 * milliseconds until its completion was observed, and those of the submission alone: {@code
 * SubmitImports URL FOLDER WARM-UPS IMPORTS RECORDS}.
 *
 * <p>Each input has new users, and is written to the folder before the measured time.
 */
public final class SubmitImports {

  private static final long LONGEST_SECONDS = 60;

  private final Session store;
  private final Submissions submissions;
  private final Path folder;
  private final int records;
  private final Semaphore news = new Semaphore(0);

  private SubmitImports(Session store, Submissions submissions, Path folder, int records) {
    this.store = store;
    this.submissions = submissions;
    this.folder = folder;
    this.records = records;
  }

  /** Runs the program; see the class comment. */
  public static void main(String[] args) throws Exception {
    int warmUps = Integer.parseInt(args[2]);
    int imports = Integer.parseInt(args[3]);
    Path folder = Path.of(args[1]);
    Application application =
        new Application(
            folder, Optional.empty(), Optional.of(args[0]), Map.of(), WaitListener.SILENT);
    try (application;
        Session store = application.open()) {
      SubmitImports submitter =
          new SubmitImports(
              store, application.submissions(store), folder, Integer.parseInt(args[4]));
      submitter.run(warmUps, imports);
    }
  }

  private void run(int warmUps, int imports) throws Exception {
    Closeable hearing = store.database().onJobChanged(news::release);
    try (hearing) {
      for (int i = 0; i < warmUps + imports; i++) {
        InputFile input = input(i);
        long begun = System.nanoTime();
        Job job =
            submissions.submit(
                new ImportRequest(input, "authgear-lines", Realm.DEFAULT, options(), false),
                ImportProgress.NONE);
        long submitted = System.nanoTime() - begun;
        awaitCompletion(job);
        long completed = System.nanoTime() - begun;
        if (i >= warmUps) {
          System.out.printf(Locale.ROOT, "%.2f %.2f%n", completed / 1e6, submitted / 1e6);
        }
      }
    }
  }

  private InputFile input(int number) throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < records; i++) {
      Writing.record(text, People.person((long) number * records + i, 0));
      text.append('\n');
    }
    Path file = folder.resolve("small.ndjson");
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return InputFile.at(file, InputLimits.DEFAULTS);
  }

  private static JobOptions options() {
    return new JobOptions(
        Optional.of("preferred_username"),
        Optional.empty(),
        "auto",
        false,
        CommitPolicy.CHUNK,
        false);
  }

  private void awaitCompletion(Job job) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(LONGEST_SECONDS).toNanos();
    while (true) {
      JobState state = store.jobs().find(job.id()).orElseThrow().state();
      if (state == JobState.COMPLETED) {
        if (store.jobs().tally(job).inserted() != records) {
          throw new IllegalStateException("not every user of " + job.id() + " was inserted");
        }
        return;
      }
      if (state == JobState.FAILED || System.nanoTime() > deadline) {
        throw new IllegalStateException(job.id() + " is " + state + "; is there a worker?");
      }
      if (news.tryAcquire(1, TimeUnit.SECONDS)) {
        news.drainPermits();
      }
    }
  }
}
