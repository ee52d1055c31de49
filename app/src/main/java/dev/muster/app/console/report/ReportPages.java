package dev.muster.app.console.report;

import dev.muster.app.console.imports.FileAccess;
import dev.muster.app.console.imports.ReportModel;
import dev.muster.app.console.page.PageRoutes;
import dev.muster.app.console.page.Section;
import dev.muster.app.console.page.Visit;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.api.ProgressStreams;
import dev.muster.app.store.Session;

/** Shows a report of an uploaded file, while it is carried out and after that. */
public final class ReportPages {

  private final DirectoryAccess directory;
  private final ReportModel model;
  private final ProgressStreams streams;

  public ReportPages(ReportModel model) {
    this.directory = model.directory();
    this.model = model;
    this.streams = new ProgressStreams(directory.database());
  }

  /** Adds the pages. */
  public void addTo(PageRoutes pages) {
    pages.get(OpenReport.PATH, this::show);
    pages.get(OpenReport.PATH + "events", this::events);
    new ReportForms(model).addTo(pages);
    new MendForms(model).addTo(pages);
    new ReportDownloads(model).addTo(pages);
  }

  /** Ends the streams of all readers. */
  public void stop() {
    streams.stop();
  }

  private void show(Visit visit) throws Exception {
    if (!visit.query("mend").isEmpty()) {
      new MendForms(model).show(visit);
      return;
    }
    ReportQuery query = ReportQuery.of(visit);
    try (Session session = directory.database().openReading()) {
      OpenReport report = OpenReport.of(session, visit);
      ReportView view = new ReportViews(model, session, visit, report).of(query);
      visit.show(Section.IMPORTS, "report", visit.texts().text(report.titleKey()), view);
    }
  }

  private void events(Visit visit) throws Exception {
    OpenReport report;
    try (Session session = directory.database().openReading()) {
      report = OpenReport.of(session, visit);
    }
    streams.follow(visit.context(), report.job(), FileAccess.lasts(visit, report.file()));
  }
}
