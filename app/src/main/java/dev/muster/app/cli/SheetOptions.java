package dev.muster.app.cli;

import dev.muster.app.joblog.Job;
import dev.muster.app.report.Extent;
import dev.muster.report.Tally;
import picocli.CommandLine.Option;

/** How an import on record is shown: as a summary, or as a JSON document. */
final class SheetOptions {

  @Option(names = "--json", description = "Print the JSON document of the import.")
  private boolean json;

  @Option(
      names = "--details",
      paramLabel = "WHICH",
      completionCandidates = Candidates.Extents.class,
      converter = ReportOptions.ExtentName.class,
      description = "The records that --json lists: all, problems or none. Default: all.")
  private Extent details = Extent.ALL;

  /** Shows it on standard output. */
  void show(Job job, Tally tally, Session session) throws Exception {
    ImportSheet sheet = new ImportSheet(session);
    if (json) {
      sheet.writeDocument(job, tally, details);
    } else {
      sheet.print(job, tally);
    }
  }
}
