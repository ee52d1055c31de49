package dev.muster.app.console.imports;

import dev.muster.app.console.directory.Shown;
import dev.muster.app.console.page.ByteCount;
import dev.muster.app.console.page.Link;
import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.page.PageRoutes;
import dev.muster.app.console.page.Section;
import dev.muster.app.console.page.Visit;
import dev.muster.app.document.Printable;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.job.Job;
import dev.muster.app.job.run.ImportControl;
import dev.muster.app.store.Session;
import dev.muster.app.tempfile.SpooledBytes;
import dev.muster.app.upload.SavedMapping;
import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.run.FileDeletion;
import dev.muster.app.upload.run.Preview;
import dev.muster.app.upload.run.ReportAnswer;
import dev.muster.app.upload.run.Reports;
import dev.muster.app.upload.run.Requester;
import dev.muster.problem.ShownText;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page of an uploaded file: its preview, its reports, and what can be done with it. */
public final class FilePages {

  private static final String PATH = Section.IMPORTS.path() + "{id}/";

  private final ReportModel model;
  private final DirectoryAccess directory;
  private final ImportPages others;

  /**
   * The pages.
   *
   * @param others shows imports that are no uploaded files
   */
  public FilePages(ReportModel model, ImportPages others) {
    this.model = model;
    this.directory = model.directory();
    this.others = others;
  }

  /** Adds the pages. */
  public void addTo(PageRoutes pages) {
    pages.get(PATH + "reports", this::reports);
    pages.get(PATH + "download/{name}", this::download);
    pages.post(PATH + "simulate", visit -> submit(visit, Reports::simulate));
    pages.post(PATH + "execute", visit -> submit(visit, Reports::execute));
    pages.post(PATH + "delete", this::delete);
    pages.post(PATH + "reports/{report}/delete", this::deleteReport);
    pages.get(PATH, this::show);
  }

  private void show(Visit visit) throws Exception {
    try (Session session = directory.database().openReading()) {
      if (others.answers(session, visit)) {
        return;
      }
      UploadedFile file = FileAccess.file(session, visit);
      visit.show(
          Section.IMPORTS,
          "upload",
          Printable.of(ShownText.cut(file.filename())),
          view(session, visit, file, List.of()));
    }
  }

  /** Shows the page of a file again, with the reason why something was not done. */
  void showRefused(Session session, Visit visit, UploadedFile file, List<ShownNote> refusal)
      throws PageProblem, UsageProblem, IOException {
    visit.show(
        HttpStatus.UNPROCESSABLE_CONTENT,
        Section.IMPORTS,
        "upload",
        Printable.of(ShownText.cut(file.filename())),
        view(session, visit, file, refusal));
  }

  private FileView view(Session session, Visit visit, UploadedFile file, List<ShownNote> refusal)
      throws PageProblem, UsageProblem, IOException {
    Preview preview = preview(session, file);
    ColumnWindow window = ColumnWindow.at(visit.query("columns"));
    return new FileView(
        file.id(),
        FileAccess.path(file),
        Shown.onPage(file.filename()),
        FileAccess.path(file) + "download/" + Link.encoded(file.filename()),
        file.realm(),
        file.format(),
        file.charset().orElse(""),
        ByteCount.text(file.bytes(), visit.texts()),
        file.rows(),
        ShownText.cut(file.actor().name()),
        file.createdAt(),
        usedMapping(session, file, preview),
        mailing(session, file, preview, visit),
        refusal,
        PreviewView.of(preview, window),
        directory.formats().named(file.format()).readsTables()
            ? Optional.of(
                new MappingEditor(file, directory.settings().attributes(), session, visit)
                    .of(preview, window, session))
            : Optional.empty(),
        ReportTable.of(session, reports(session), file, visit));
  }

  Preview preview(Session session, UploadedFile file) throws UsageProblem, IOException {
    return model.previews(session).of(file);
  }

  private Reports reports(Session session) {
    return model.reports(session);
  }

  /** The name of the saved mapping that fits the file and is its mapping. */
  private static Optional<String> usedMapping(Session session, UploadedFile file, Preview preview) {
    return session.savedMappings().all(file.realm()).stream()
        .filter(saved -> saved.shape().equals(preview.shape()))
        .filter(saved -> saved.mapping().equals(MappingForm.mapping(file)))
        .map(SavedMapping::name)
        .findFirst();
  }

  /** Who would get a mail: as the newest report of the whole file tells, if it still applies. */
  private Optional<MailingView> mailing(
      Session session, UploadedFile file, Preview preview, Visit visit) {
    Optional<Job> simulation =
        reports(session).newestSimulation(file, ReportModel.requester(visit));
    if (simulation.isPresent()) {
      return MailingView.of(session, simulation.get(), directory.settings());
    }
    return MailingView.isAsked(file, preview)
        ? Optional.of(MailingView.expected(directory.settings()))
        : Optional.empty();
  }

  private void reports(Visit visit) throws PageProblem {
    try (Session session = directory.database().openReading()) {
      UploadedFile file = FileAccess.file(session, visit);
      visit.show(
          Section.IMPORTS,
          "uploadreports",
          Printable.of(ShownText.cut(file.filename())),
          ReportTable.of(session, reports(session), file, visit));
    }
  }

  /** Sends the original bytes; after the session's end, because a browser may read slowly. */
  private void download(Visit visit) throws PageProblem, IOException {
    try (SpooledBytes body = new SpooledBytes("download")) {
      UploadedFile file;
      try (Session session = directory.database().openReading()) {
        file = FileAccess.file(session, visit);
        try (InputStream bytes = session.uploads().open(file).orElseThrow(PageProblem::notFound)) {
          bytes.transferTo(body.output());
        }
      }
      visit.context().contentType(type(file));
      visit
          .context()
          .header(
              "Content-Disposition",
              "attachment; filename*=UTF-8''" + Link.encoded(file.filename()));
      visit.context().res().setContentLengthLong(file.bytes());
      try (InputStream bytes = body.read()) {
        bytes.transferTo(visit.context().outputStream());
      }
    }
  }

  private static String type(UploadedFile file) {
    if (file.format().equals("csv")) {
      return "text/csv"
          + file.charset().map(name -> "; charset=" + name.toLowerCase(Locale.ROOT)).orElse("");
    }
    return file.format().equals("xlsx")
        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        : "application/json";
  }

  /** Asks for a report. */
  private interface Request {
    ReportAnswer of(Reports reports, UploadedFile file, Requester who) throws UsageProblem;
  }

  private void submit(Visit visit, Request request) throws Exception {
    try (Session session = directory.database().open()) {
      UploadedFile file = FileAccess.file(session, visit);
      try {
        ReportAnswer answer = request.of(reports(session), file, ReportModel.requester(visit));
        if (answer instanceof ReportAnswer.Submitted submitted) {
          visit.redirect(FileAccess.path(file) + submitted.report().id() + "/");
        } else {
          throw PageProblem.of(HttpStatus.CONFLICT, "problem.upload.running");
        }
      } catch (UsageProblem e) {
        showRefused(session, visit, file, List.of(ShownNote.ofUsage(e)));
      }
    }
  }

  private void delete(Visit visit) throws PageProblem {
    try (Session session = directory.database().open()) {
      UploadedFile file = FileAccess.file(session, visit);
      FileDeletion deletion =
          new FileDeletion(
              session, visit.reader().actor(), directory.clock(), directory.retention());
      if (!deletion.delete(file)) {
        throw PageProblem.of(HttpStatus.CONFLICT, "problem.upload.busy");
      }
      visit.redirect(Section.IMPORTS.path());
    }
  }

  private void deleteReport(Visit visit) throws PageProblem {
    try (Session session = directory.database().open()) {
      UploadedFile file = FileAccess.file(session, visit);
      Reports reports = reports(session);
      Job report =
          reports
              .find(file, visit.context().pathParam("report"))
              .orElseThrow(PageProblem::notFound);
      if (reports.delete(report, visit.reader().actor()) == ImportControl.Answer.REFUSED) {
        throw PageProblem.of(HttpStatus.CONFLICT, "problem.upload.report");
      }
      visit.redirect(FileAccess.path(file));
    }
  }
}
