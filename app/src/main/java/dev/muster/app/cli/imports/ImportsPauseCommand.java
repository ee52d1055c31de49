package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.ImportFailure;
import dev.muster.app.cli.text.Numbers;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.job.StopRequest;
import dev.muster.app.store.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster imports pause}. */
@Command(
    name = "pause",
    sortOptions = false,
    description = {
      "Pause an import that is not finished.",
      "A running one, here or elsewhere, stops after the records under way. Workers leave a"
          + " submitted one alone. What it has done stays done, and \"imports resume\" goes on with"
          + " the rest."
    })
public final class ImportsPauseCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final ImportArgument argument = new ImportArgument();

  public ImportsPauseCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Job job = argument.job(session);
    Session store = session.store();
    switch (session.control().stop(job, StopRequest.PAUSE)) {
      case REFUSED -> throw refusal(store.jobs().find(job.id()).orElse(job));
      case ASKED -> session.out().println(ImportsCancelCommand.asked(job, store));
      case DONE -> {
        session.out().println(paused(job, store.jobs().tally(job).total()));
        session.out().println();
        session.out().println("Next: " + next(job, store));
      }
    }
    return ExitStatus.OK;
  }

  private static UsageProblem refusal(Job job) {
    JobState state = job.state();
    return new UsageProblem(
        "import "
            + job.id()
            + " can't be paused: it is "
            + (state.finished() ? state.wireName() : "being cancelled"));
  }

  private static String paused(Job job, long done) {
    return "Import "
        + job.id()
        + " is paused after "
        + Numbers.grouped(done)
        + " of "
        + Numbers.count(job.records(), "record");
  }

  private String next(Job job, Session store) {
    return store.submitted().find(job).isPresent()
        ? session.command("imports resume " + job.id())
        : ImportFailure.resumeCommand(job, session);
  }
}
