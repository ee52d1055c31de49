package dev.muster.app.console.report;

import dev.muster.app.console.imports.FileAccess;
import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.page.Section;
import dev.muster.app.console.page.Visit;
import dev.muster.app.job.Job;
import dev.muster.app.job.ReportOf;
import dev.muster.app.store.Session;
import dev.muster.app.upload.UploadedFile;

/** A report that the reader may see, and the file that it is about. */
record OpenReport(UploadedFile file, Job job) {

  static final String PATH = Section.IMPORTS.path() + "{id}/{report}/";

  /**
   * The report that a request's path names.
   *
   * @throws PageProblem if there is none, or the reader may not use the file's realm
   */
  static OpenReport of(Session session, Visit visit) throws PageProblem {
    UploadedFile file = FileAccess.file(session, visit);
    Job job =
        session
            .jobs()
            .find(visit.context().pathParam("report"))
            .filter(found -> isOf(found, file))
            .orElseThrow(PageProblem::notFound);
    return new OpenReport(file, job);
  }

  private static boolean isOf(Job job, UploadedFile file) {
    return job.provenance().report().filter(of -> of.upload() == file.number()).isPresent();
  }

  /** Whether it has only some rows of the file, which were edited. */
  boolean isMend() {
    return !job.provenance().report().map(ReportOf::lines).orElseThrow().isEmpty();
  }

  /** The key of its title. */
  String titleKey() {
    String kind = job.options().dryRun() ? "simulation" : "execution";
    return "report.title." + kind + (isMend() ? ".mend" : "");
  }

  String fileHref() {
    return Section.IMPORTS.path() + file.id() + "/";
  }

  String href() {
    return href(job);
  }

  /** The page of another report of the same file. */
  String href(Job other) {
    return fileHref() + other.id() + "/";
  }
}
