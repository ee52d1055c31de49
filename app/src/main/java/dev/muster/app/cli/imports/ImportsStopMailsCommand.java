package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.text.Numbers;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.store.Mailing;
import dev.muster.app.store.MailingStop;
import dev.muster.app.store.Session;
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
      "Links in mails that were sent before stay valid: their users can still choose a password.",
      "Prints how many mails were stopped. The journal has mailing.stopped."
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
    Session store = session.store();
    long stopped = new MailingStop(store, session.actor(), Clock.systemUTC()).stop(job);
    if (stopped == 0) {
      throw new UsageProblem("import " + job.id() + " has no mails that could be stopped");
    }
    long sent = store.mailings().find(job).map(Mailing::sent).orElse(0L);
    session
        .out()
        .println(
            "The mails of import "
                + job.id()
                + " are stopped: "
                + Numbers.count(stopped, "mail")
                + " will not be sent"
                + (sent == 0
                    ? ""
                    : "; the links in what was sent before ("
                        + Numbers.count(sent, "mail")
                        + ") stay valid"));
    return ExitStatus.OK;
  }
}
