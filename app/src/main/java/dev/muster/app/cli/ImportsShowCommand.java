package dev.muster.app.cli;

import dev.muster.app.joblog.Job;
import dev.muster.app.report.Extent;
import dev.muster.report.Tally;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster imports show}. */
@Command(
    name = "show",
    sortOptions = false,
    description = {
      "Show what an import did, as it was shown at its end.",
      "Records are shown in the JSON document if the input is still there, unchanged."
    })
final class ImportsShowCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final ImportArgument argument = new ImportArgument();

  @Option(names = "--json", description = "Print the JSON document of the import.")
  private boolean json;

  @Option(
      names = "--details",
      paramLabel = "WHICH",
      completionCandidates = Candidates.Extents.class,
      converter = ReportOptions.ExtentName.class,
      description = "The records that --json lists: all, problems or none. Default: all.")
  private Extent details = Extent.ALL;

  ImportsShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Job job = argument.job(session);
    Tally tally = session.store().jobs().tally(job);
    ImportSheet sheet = new ImportSheet(session);
    if (json) {
      sheet.writeDocument(job, tally, details);
    } else {
      sheet.print(job, tally);
    }
    return Muster.OK;
  }
}
