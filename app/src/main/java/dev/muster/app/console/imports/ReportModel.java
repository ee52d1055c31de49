package dev.muster.app.console.imports;

import dev.muster.app.console.page.Visit;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.job.run.ImportControl;
import dev.muster.app.store.Session;
import dev.muster.app.upload.run.Mending;
import dev.muster.app.upload.run.PreviewCache;
import dev.muster.app.upload.run.Previews;
import dev.muster.app.upload.run.ReportRows;
import dev.muster.app.upload.run.Reports;
import dev.muster.app.upload.run.Requester;
import dev.muster.app.upload.run.SafeRejects;

/**
 * The uploaded files of a directory and their reports, for one request each. Thread-safe.
 *
 * @param kept what was derived from files before
 */
public record ReportModel(DirectoryAccess directory, PreviewCache kept) {

  public Previews previews(Session session) {
    return new Previews(session, directory.settings(), directory.formats(), kept);
  }

  public Reports reports(Session session) {
    return new Reports(
        session,
        directory.settings(),
        directory.formats(),
        directory.clock(),
        directory.retention());
  }

  public ReportRows rows(Session session) {
    return new ReportRows(session, directory.formats());
  }

  public SafeRejects rejects(Session session) {
    return new SafeRejects(session, directory.settings(), directory.formats(), kept);
  }

  public Mending mending(Session session) {
    return new Mending(
        session,
        directory.settings(),
        directory.formats(),
        directory.clock(),
        directory.retention(),
        kept);
  }

  public ImportControl control(Session session, Visit visit) {
    return new ImportControl(
        session, visit.reader().actor(), directory.clock(), directory.retention());
  }

  /** The reader; one who is limited to some realms may change users of the file's realm only. */
  public static Requester requester(Visit visit) {
    return new Requester(visit.reader().actor(), !visit.reader().mayUseAll());
  }
}
