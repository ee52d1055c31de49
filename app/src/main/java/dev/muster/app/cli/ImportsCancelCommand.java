package dev.muster.app.cli;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.report.Numbers;
import dev.muster.app.store.Session;
import dev.muster.app.store.Submission;
import dev.muster.app.store.SubmittedImports;
import java.io.Closeable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster imports cancel}. */
@Command(
    name = "cancel",
    sortOptions = false,
    description = {
      "Give up an import that was interrupted or killed, so that it is never resumed; or one that",
      "was submitted, whether or not a worker has begun with it.",
      "What it has done stays done."
    })
final class ImportsCancelCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final ImportArgument argument = new ImportArgument();

  ImportsCancelCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Job job = argument.job(session);
    Session store = session.store();
    refuseFinished(job);
    Optional<SubmittedImports> submitted =
        store.submitted().filter(all -> all.find(job).isPresent());
    submitted.ifPresent(all -> all.cancel(job));
    Optional<Closeable> hold = store.hold(job.number());
    if (hold.isEmpty()) {
      session.out().println(atWork(job, submitted));
      return Muster.OK;
    }
    try {
      Job now = store.jobs().find(job.id()).orElseThrow();
      if (submitted.isEmpty() || now.state() != JobState.FAILED) { // else a worker was as quick
        refuseFinished(now);
        store.jobs().state(job, JobState.FAILED, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        submitted.ifPresent(all -> all.withdraw(job));
      }
    } finally {
      hold.get().close();
    }
    session.out().println(cancelled(job, store.jobs().tally(job).total()));
    return Muster.OK;
  }

  private static void refuseFinished(Job job) throws UsageProblem {
    if (job.state().finished()) {
      throw new UsageProblem("import " + job.id() + " is finished, so it can't be cancelled");
    }
  }

  private static String atWork(Job job, Optional<SubmittedImports> submitted) throws UsageProblem {
    if (submitted.isEmpty()) {
      throw new UsageProblem(
          "import " + job.id() + " is running in another process: interrupt that one (Ctrl-C)");
    }
    return "Import "
        + job.id()
        + " is asked to stop: "
        + submitted.get().find(job).flatMap(Submission::node).orElse("its worker")
        + " does so after the records under way";
  }

  private static String cancelled(Job job, long done) {
    return "Import "
        + job.id()
        + " is cancelled after "
        + Numbers.grouped(done)
        + " of "
        + Numbers.count(job.records(), "record")
        + (done > 0 && !job.options().dryRun() ? ", which stay as they are" : "");
  }
}
