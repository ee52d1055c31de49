package dev.muster.app.console.report;

import dev.muster.app.console.imports.ReportModel;
import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.page.PageRoutes;
import dev.muster.app.console.page.SentFile;
import dev.muster.app.console.page.Visit;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.app.upload.run.ReportDownload;
import dev.muster.app.upload.run.SafeRejects;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Sends whole reports as files while they are read, without keeping a session. */
final class ReportDownloads {

  private static final String CSV = "text/csv; charset=utf-8";
  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";

  /** Files of rejects, by the format of the report. */
  private static final Map<String, Kind> REJECTS =
      Map.of(
          "csv", new Kind(CSV, "rejects.csv"),
          "xlsx", new Kind(CSV, "rejects.csv"),
          "authgear", new Kind(JSON, "rejects.json"),
          "restauth", new Kind(JSON, "rejects.json"));

  private static final Kind REJECT_LINES = new Kind(LINES, "rejects.ndjson");

  private final ReportModel model;

  ReportDownloads(ReportModel model) {
    this.model = model;
  }

  private record Kind(String type, String name) {

    SentFile file(Visit visit) {
      return new SentFile(visit.context(), type, name);
    }
  }

  void addTo(PageRoutes pages) {
    pages.get(
        OpenReport.PATH + "report.csv",
        visit -> whole(visit, new Kind(CSV, "report.csv"), ReportDownload::writeCsv));
    pages.get(
        OpenReport.PATH + "report.ndjson",
        visit -> whole(visit, new Kind(LINES, "report.ndjson"), ReportDownload::writeLines));
    pages.get(OpenReport.PATH + "rejects", this::rejects);
  }

  /** Writes a report in some form. */
  private interface Form {
    void write(ReportDownload report, OutputStream out) throws IOException;
  }

  private void whole(Visit visit, Kind kind, Form form)
      throws PageProblem, UsageProblem, IOException {
    ReportDownload report;
    try (Session session = database().openReading()) {
      Job job = OpenReport.of(session, visit).job();
      report = new ReportDownload(session, database(), model.directory().formats(), job);
    }
    kind.file(visit).send(out -> form.write(report, out));
  }

  private Database database() {
    return model.directory().database();
  }

  private void rejects(Visit visit) throws PageProblem, IOException {
    try (SafeRejects.Download rejects = prepared(visit)) {
      Kind kind =
          rejects.isInFormat()
              ? REJECTS.getOrDefault(rejects.format(), REJECT_LINES)
              : REJECT_LINES;
      kind.file(visit).send(out -> rejects.write(database(), out));
    }
  }

  private SafeRejects.Download prepared(Visit visit) throws PageProblem, IOException {
    try (Session session = database().openReading()) {
      OpenReport report = OpenReport.of(session, visit);
      boolean some = session.jobs().tally(report.job()).failed() > 0;
      return some
          ? model.rejects(session).of(report.file(), report.job())
          : SafeRejects.Download.loose(report.job());
    }
  }
}
