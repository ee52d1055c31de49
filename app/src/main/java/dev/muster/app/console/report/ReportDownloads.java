package dev.muster.app.console.report;

import dev.muster.app.console.imports.ReportModel;
import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.page.PageRoutes;
import dev.muster.app.console.page.Visit;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.store.Session;
import dev.muster.app.tempfile.SpooledBytes;
import dev.muster.app.upload.run.ReportDownload;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * Sends whole reports as files. They are sent after the session's end, because a browser may read
 * slowly.
 */
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

  private record Kind(String type, String name) {}

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
    try (SpooledBytes body = new SpooledBytes("report")) {
      try (Session session = model.directory().database().openReading()) {
        OpenReport report = OpenReport.of(session, visit);
        form.write(
            new ReportDownload(session, model.directory().formats(), report.job()), body.output());
      }
      send(visit.context(), kind, body);
    }
  }

  private void rejects(Visit visit) throws PageProblem, IOException {
    try (SpooledBytes body = new SpooledBytes("rejects")) {
      Kind kind;
      try (Session session = model.directory().database().openReading()) {
        OpenReport report = OpenReport.of(session, visit);
        boolean some = session.jobs().tally(report.job()).failed() > 0;
        boolean alike =
            some && model.rejects(session).write(report.file(), report.job(), body::output);
        kind = alike ? REJECTS.getOrDefault(report.job().format(), REJECT_LINES) : REJECT_LINES;
      }
      send(visit.context(), kind, body);
    }
  }

  private static void send(Context context, Kind kind, SpooledBytes body) throws IOException {
    context.contentType(kind.type());
    context.header("Content-Disposition", "attachment; filename=\"" + kind.name() + "\"");
    try (InputStream in = body.read()) {
      in.transferTo(context.outputStream());
    }
  }
}
