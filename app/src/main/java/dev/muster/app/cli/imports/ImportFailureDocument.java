package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.Failures;
import dev.muster.app.cli.session.ImportFailure;
import dev.muster.app.document.ImportDocument;
import dev.muster.app.document.ImportDocument.Trouble;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.job.run.ImportBroken;
import dev.muster.app.job.run.Interrupted;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.apply.StoreUnavailable;
import dev.muster.problem.InputRefused;
import dev.muster.report.Tally;
import java.io.IOException;
import java.util.List;

/** The JSON document about an import that failed, was stopped, or did not start. */
final class ImportFailureDocument {

  private final CliSession session;

  ImportFailureDocument(CliSession session) {
    this.session = session;
  }

  /** Writes the document to standard output. */
  void write(Exception e) throws IOException {
    ImportDocument document = new ImportDocument(session.out());
    if (e instanceof Interrupted interrupted) {
      brokenOff(document, interrupted.job(), "interrupted", e);
    } else if (e instanceof ImportBroken broken) {
      brokenOff(document, broken.job(), "store-unavailable", broken);
    } else if (e instanceof InputRefused refused) {
      document.writeRefusal(refused.problems().stream().map(Trouble::of).toList());
    } else if (e instanceof UsageProblem || e instanceof SettingsProblem) {
      document.writeRefusal(List.of(Trouble.of("usage", String.valueOf(e.getMessage()))));
    } else {
      String code = e instanceof StoreUnavailable ? "store-unavailable" : "internal-error";
      document.writeRefusal(List.of(Trouble.of(code, Failures.reason(e))));
    }
  }

  private void brokenOff(ImportDocument document, Job job, String code, Exception e)
      throws IOException {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    document.writeBrokenOff(
        job,
        "interrupted",
        ImportFailure.tally(job, session).orElse(Tally.ZERO),
        Trouble.of(code, Failures.reason(cause)));
  }
}
