package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.Candidates;
import dev.muster.app.cli.session.CliSession;
import dev.muster.app.document.DetailLevel;
import dev.muster.app.job.Job;
import dev.muster.report.Tally;
import picocli.CommandLine.Option;

/** Options about how a recorded import is shown: as a summary, or as a JSON document. */
final class TextOptions {

  @Option(names = "--json", description = "Print the JSON document of the import.")
  private boolean json;

  @Option(
      names = "--details",
      paramLabel = "WHICH",
      completionCandidates = Candidates.Extents.class,
      converter = ReportOptions.ExtentName.class,
      description = "The records that --json lists: all, problems or none. Default: all.")
  private DetailLevel details = DetailLevel.ALL;

  /** Prints an import to standard output. */
  void show(Job job, Tally tally, CliSession session) throws Exception {
    ImportText sheet = new ImportText(session);
    if (json) {
      sheet.writeDocument(job, tally, details);
    } else {
      sheet.print(job, tally);
    }
  }
}
