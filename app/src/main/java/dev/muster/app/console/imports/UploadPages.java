package dev.muster.app.console.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.console.directory.Shown;
import dev.muster.app.console.imports.UploadForm.Choices;
import dev.muster.app.console.imports.UploadListView.HelpView;
import dev.muster.app.console.imports.UploadListView.NewUpload;
import dev.muster.app.console.imports.UploadListView.UploadRow;
import dev.muster.app.console.page.ByteCount;
import dev.muster.app.console.page.Link;
import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.page.PageRoutes;
import dev.muster.app.console.page.Section;
import dev.muster.app.console.page.Visit;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.MultipartForm;
import dev.muster.app.http.UploadedName;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobStore;
import dev.muster.app.store.Session;
import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.Uploads;
import dev.muster.app.upload.run.ImportHelp;
import dev.muster.app.upload.run.NewFile;
import dev.muster.app.upload.run.Uploading;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ShownText;
import dev.muster.user.Realm;
import io.javalin.http.HttpStatus;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Lists uploaded files, receives new ones, and helps to write them. */
public final class UploadPages {

  private static final String PATH = Section.IMPORTS.path();
  private static final int ROWS = 50;

  /** A format whose documents have more than users of a realm. */
  private static final List<String> SPECIAL_COLUMNS =
      List.of(
          "_source_name",
          "_source_id",
          "_role_name",
          "_role_slug",
          "@registration",
          "@force-password-reset",
          "@disabled",
          "@valid-from",
          "@valid-until",
          "password_hash",
          "password_scheme",
          "password_salt");

  private final DirectoryAccess directory;
  private final long fileBytesMax;

  /**
   * The pages.
   *
   * @param fileBytesMax the size of the largest file
   */
  public UploadPages(DirectoryAccess directory, long fileBytesMax) {
    this.directory = directory;
    this.fileBytesMax = fileBytesMax;
  }

  /** Adds the pages. */
  public void addTo(PageRoutes pages) {
    pages.get(PATH, visit -> visit.show(Section.IMPORTS, "uploads", title(visit), first(visit)));
    pages.upload(PATH, fileBytesMax, this::create);
    pages.get(PATH + "users.csv", this::headerTemplate);
  }

  private static String title(Visit visit) {
    return visit.texts().text("section.users.import");
  }

  private UploadListView first(Visit visit) throws PageProblem {
    return view(visit, Choices.NONE, List.of());
  }

  private UploadListView view(Visit visit, Choices chosen, List<ShownNote> problems)
      throws PageProblem {
    try (Session session = directory.database().openReading()) {
      List<UploadedFile> found =
          session.uploads().page(visit.reader().realms(), before(session, visit), ROWS + 1);
      List<UploadedFile> files = found.subList(0, Math.min(ROWS, found.size()));
      Optional<String> next =
          found.size() > ROWS
              ? Optional.of(Link.to(PATH).with("after", files.get(ROWS - 1).id()).href())
              : Optional.empty();
      List<String> realms = realms(session, visit);
      Choices preset = realms.size() == 1 ? chosen.orRealm(realms.get(0)) : chosen;
      return new UploadListView(
          files.stream().map(file -> row(session, file)).toList(),
          next,
          new NewUpload(realms, preset, problems, ByteCount.text(fileBytesMax, visit.texts())),
          help());
    }
  }

  private static List<String> realms(Session session, Visit visit) {
    return session.catalogs().realms().stream()
        .map(Realm::name)
        .filter(visit.reader()::mayUse)
        .toList();
  }

  private HelpView help() {
    ImportHelp help = new ImportHelp(directory.settings());
    return new HelpView(help.attributes(), help.flags(), SPECIAL_COLUMNS);
  }

  private static long before(Session session, Visit visit) throws PageProblem {
    String after = visit.query("after");
    return after.isEmpty()
        ? Uploads.LATEST
        : session
            .uploads()
            .find(after)
            .map(UploadedFile::number)
            .orElseThrow(PageProblem::badQuery);
  }

  private static UploadRow row(Session session, UploadedFile file) {
    Optional<Job> newest =
        session.jobs().page(JobFilter.ALL.ofUpload(file.number()), JobStore.LATEST, 1).stream()
            .findFirst();
    return new UploadRow(
        file.id(),
        FileAccess.path(file),
        Shown.inList(file.filename()),
        file.realm(),
        file.createdAt(),
        ShownText.cut(file.actor().name()),
        file.rows(),
        newest.map(ShownState::of));
  }

  private void create(Visit visit, MultipartForm form) throws Exception {
    Choices sent = UploadForm.choices(form);
    try {
      Choices chosen = withRealm(visit, sent);
      Part part =
          UploadForm.file(form)
              .orElseThrow(() -> new FormProblem(visit.texts().text("upload.nofile")));
      visit.redirect(FileAccess.path(keep(visit, part, chosen)));
    } catch (InputRefused e) {
      showRefused(visit, sent, ShownNote.ofProblems(e.problems()));
    } catch (UsageProblem e) {
      showRefused(visit, sent, List.of(ShownNote.ofUsage(e)));
    } catch (FormProblem e) {
      showRefused(visit, sent, List.of(ShownNote.of(e)));
    }
  }

  private void showRefused(Visit visit, Choices sent, List<ShownNote> problems) throws PageProblem {
    visit.show(
        HttpStatus.UNPROCESSABLE_CONTENT,
        Section.IMPORTS,
        "uploads",
        title(visit),
        view(visit, sent, problems));
  }

  /** The choices with a realm that is there, and that the reader may use. */
  private Choices withRealm(Visit visit, Choices sent) throws PageProblem, FormProblem {
    try (Session session = directory.database().openReading()) {
      List<String> usable = realms(session, visit);
      Choices chosen = usable.size() == 1 ? sent.orRealm(usable.get(0)) : sent;
      if (chosen.realm().isEmpty()) {
        throw new FormProblem(visit.texts().text("upload.norealm"));
      }
      if (session.catalogs().realm(chosen.realm()).isEmpty()) {
        throw new FormProblem(
            visit.texts().text("upload.unknownrealm", "realm", Shown.inList(chosen.realm())));
      }
      visit.requireRealm(chosen.realm());
      return chosen;
    }
  }

  private UploadedFile keep(Visit visit, Part part, Choices chosen)
      throws PageProblem, UsageProblem, InputRefused, IOException {
    String name = UploadedName.of(part).orElse("users");
    try (InputFile received =
        Uploading.receive(
            part.getInputStream(),
            name,
            fileBytesMax,
            directory.settings().limits(),
            directory.database().uploads())) {
      requireRights(visit, received, chosen);
      NewFile about =
          new NewFile(
              chosen.realm(), chosen.requestedFormat(), chosen.options(), visit.reader().actor());
      try (Session session = directory.database().open()) {
        return new Uploading(session, directory.settings(), directory.formats(), directory.clock())
            .create(received, about);
      }
    }
  }

  /** Refuses a document that has services, if the reader is limited to some realms. */
  private void requireRights(Visit visit, InputFile received, Choices chosen)
      throws PageProblem, UsageProblem, InputRefused {
    if (visit.reader().mayUseAll()) {
      return;
    }
    String format =
        directory
            .formats()
            .of(chosen.requestedFormat(), received, chosen.options().identifier())
            .format()
            .name();
    if (format.equals(FileAccess.SERVICES_FORMAT)) {
      throw PageProblem.forbidden();
    }
  }

  private void headerTemplate(Visit visit) {
    visit.context().contentType("text/csv; charset=utf-8");
    visit.context().header("Content-Disposition", "attachment; filename=\"users.csv\"");
    visit.context().result(new ImportHelp(directory.settings()).headerTemplate().getBytes(UTF_8));
  }
}
