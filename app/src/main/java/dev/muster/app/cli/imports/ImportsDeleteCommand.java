package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.job.run.ImportControl;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster imports delete}. */
@Command(
    name = "delete",
    sortOptions = false,
    description = {
      "Delete what is kept of an import: its input, results and failed records.",
      "Users that it made stay, and the journal keeps that it was."
    })
public final class ImportsDeleteCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final ImportArgument argument = new ImportArgument();

  public ImportsDeleteCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Job job = argument.job(session);
    if (session.control().delete(job) != ImportControl.Answer.DONE) {
      throw new UsageProblem(
          "import "
              + job.id()
              + " is running, so it can't be deleted: cancel it first, with "
              + session.command("imports cancel " + job.id()));
    }
    session.out().println("Import " + job.id() + " is deleted; what it has written stays");
    return ExitStatus.OK;
  }
}
