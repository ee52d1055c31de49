package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.job.Job;
import dev.muster.report.Tally;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster imports show}. */
@Command(
    name = "show",
    sortOptions = false,
    description = {
      "Show what an import did, as it was shown at its end.",
      "Records are shown in the JSON document if the input is still there, unchanged."
    })
public final class ImportsShowCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final ImportArgument argument = new ImportArgument();

  @Mixin private final TextOptions sheet = new TextOptions();

  public ImportsShowCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Job job = argument.job(session);
    Tally tally = session.storeToRead().jobs().tally(job);
    sheet.show(job, tally, session);
    return ExitStatus.OK;
  }
}
