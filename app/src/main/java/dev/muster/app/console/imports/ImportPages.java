package dev.muster.app.console.imports;

import dev.muster.app.console.page.Link;
import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.page.PageRoutes;
import dev.muster.app.console.page.Section;
import dev.muster.app.console.page.Visit;
import dev.muster.app.document.Printable;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobStore;
import dev.muster.app.store.Session;
import dev.muster.app.upload.UploadedFile;
import dev.muster.problem.ShownText;
import dev.muster.report.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Lists all imports of the realms that the reader may use, also those of command lines and APIs,
 * and shows those that are no reports of uploaded files.
 */
public final class ImportPages {

  private static final String PATH = Section.IMPORTS.path() + "all/";
  private static final int ROWS = 50;

  private final DirectoryAccess directory;

  public ImportPages(DirectoryAccess directory) {
    this.directory = directory;
  }

  /** A page of imports, the latest first. */
  public record ImportListView(List<ImportRow> imports, Optional<String> next) {}

  /**
   * An import.
   *
   * @param by who requested it
   * @param rows the number of its records, with a table's header
   * @param state its wire name
   */
  public record ImportRow(
      String id,
      String href,
      String filename,
      String realm,
      Instant createdAt,
      String by,
      long rows,
      String state) {}

  /** The page of an import. */
  public record ImportView(
      ImportRow row, boolean simulation, Tally tally, Optional<Instant> completedAt) {}

  /** Adds the pages. */
  public void addTo(PageRoutes pages) {
    pages.get(PATH, this::list);
  }

  private void list(Visit visit) throws PageProblem {
    JobFilter filter = visit.reader().realms().map(JobFilter.ALL::ofRealms).orElse(JobFilter.ALL);
    List<Job> found;
    try (Session session = directory.database().openReading()) {
      // one more than a page has tells whether there is a next page
      found = session.jobs().page(filter, before(session, visit), ROWS + 1);
    }
    List<Job> jobs = found.subList(0, Math.min(ROWS, found.size()));
    Optional<String> next =
        found.size() > ROWS
            ? Optional.of(Link.to(PATH).with("after", jobs.get(ROWS - 1).id()).href())
            : Optional.empty();
    visit.show(
        Section.IMPORTS,
        "imports",
        visit.texts().text("imports.all"),
        new ImportListView(jobs.stream().map(ImportPages::row).toList(), next));
  }

  private static long before(Session session, Visit visit) throws PageProblem {
    String after = visit.query("after");
    return after.isEmpty()
        ? JobStore.LATEST
        : session.jobs().find(after).map(Job::number).orElseThrow(PageProblem::badQuery);
  }

  private static ImportRow row(Job job) {
    long header = job.input().header().isEmpty() ? 0 : 1;
    return new ImportRow(
        job.id(),
        Section.IMPORTS.path() + job.id() + "/",
        ShownText.cut(job.source()),
        job.realm(),
        job.createdAt(),
        ShownText.cut(job.provenance().actor().name()),
        job.records() + header,
        ShownState.of(job));
  }

  /**
   * Shows the import of the path's parameter {@code id}, or sends the reader to the page of the
   * report that it is.
   *
   * @return false, without an answer, if there is no such import
   */
  boolean answers(Session session, Visit visit) throws PageProblem {
    Optional<Job> found = session.jobs().find(visit.context().pathParam("id"));
    if (found.isEmpty()) {
      return false;
    }
    Job job = found.get();
    visit.requireRealm(job.realm());
    Optional<UploadedFile> file =
        job.provenance().report().flatMap(report -> session.uploads().find(report.upload()));
    if (file.isPresent()) {
      visit.redirect(FileAccess.path(file.get()) + job.id() + "/");
      return true;
    }
    visit.show(
        Section.IMPORTS,
        "import",
        Printable.of(ShownText.cut(job.source())),
        new ImportView(
            row(job), job.options().dryRun(), session.jobs().tally(job), job.completedAt()));
    return true;
  }
}
