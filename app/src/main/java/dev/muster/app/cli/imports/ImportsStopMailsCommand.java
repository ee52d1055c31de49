package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.store.MailingStop;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster imports stop-mails}. */
@Command(
    name = "stop-mails",
    sortOptions = false,
    description = {
      "Stop the mails to new users of an import that are not sent yet.",
      "Mails that are sent already still work. The journal has mailing.stopped."
    })
public final class ImportsStopMailsCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final ImportArgument argument = new ImportArgument();

  public ImportsStopMailsCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Job job = argument.job(session);
    if (!new MailingStop(session.store(), session.actor(), Clock.systemUTC()).stop(job)) {
      throw new UsageProblem("import " + job.id() + " has no mails that could be stopped");
    }
    session.out().println("The mails of import " + job.id() + " are stopped");
    return ExitStatus.OK;
  }
}
