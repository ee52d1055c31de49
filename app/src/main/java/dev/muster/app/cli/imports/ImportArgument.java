package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.Candidates;
import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ImportNames;
import dev.muster.app.document.Results;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.settings.SettingsProblem;
import picocli.CommandLine.Parameters;

/** The argument that names an import. */
final class ImportArgument {

  @Parameters(
      index = "0",
      paramLabel = "ID",
      completionCandidates = Candidates.ImportIds.class,
      description = "The import's id, or enough of its beginning; see muster imports list.")
  private String id = "";

  /**
   * The import of the given id or id prefix.
   *
   * @throws UsageProblem if there is none, or more than one
   */
  Job job(CliSession session) throws SettingsProblem, UsageProblem {
    return ImportNames.job(id, session);
  }

  /** The results of an import, with its records if its input is still there unchanged. */
  static Results results(Job job, CliSession session) throws SettingsProblem, UsageProblem {
    return new Results(session.storeToRead().jobs(), job, session.importsToRead().reopen(job));
  }
}
