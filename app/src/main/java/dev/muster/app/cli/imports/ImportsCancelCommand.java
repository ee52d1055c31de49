package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.text.Numbers;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.job.StopRequest;
import dev.muster.app.job.run.ImportControl;
import dev.muster.app.store.Session;
import dev.muster.app.store.Submission;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster imports cancel}. */
@Command(
    name = "cancel",
    sortOptions = false,
    description = {
      "Give up an import that is not finished, so that it is never resumed.",
      "A running one, here or elsewhere, stops after the records under way. What it has done stays"
          + " done."
    })
public final class ImportsCancelCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final ImportArgument argument = new ImportArgument();

  public ImportsCancelCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Job job = argument.job(session);
    Session store = session.store();
    ImportControl.Answer answer = session.control().stop(job, StopRequest.CANCEL);
    switch (answer) {
      case REFUSED ->
          throw new UsageProblem("import " + job.id() + " is finished, so it can't be cancelled");
      case ASKED -> session.out().println(asked(job, store));
      case DONE -> session.out().println(cancelled(job, store.jobs().tally(job).total()));
    }
    return ExitStatus.OK;
  }

  /** Who is to stop, and when. */
  static String asked(Job job, Session store) {
    return "Import "
        + job.id()
        + " is asked to stop: "
        + store.submitted().find(job).flatMap(Submission::node).orElse("the process that runs it")
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
