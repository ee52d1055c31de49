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
import dev.muster.problem.ShownText;
import dev.muster.report.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lists the imports of the realms that the reader may use, and shows single ones. */
public final class ImportPages {

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
    pages.get(Section.IMPORTS.path(), this::list);
    pages.get(Section.IMPORTS.path() + "{id}/", this::show);
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
            ? Optional.of(
                Link.to(Section.IMPORTS.path()).with("after", jobs.get(ROWS - 1).id()).href())
            : Optional.empty();
    visit.show(
        Section.IMPORTS,
        "imports",
        visit.texts().text("section.users.import"),
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
        job.state().wireName());
  }

  private void show(Visit visit) throws PageProblem {
    try (Session session = directory.database().openReading()) {
      String id = visit.context().pathParam("id");
      Job job = session.jobs().find(id).orElseThrow(PageProblem::notFound);
      visit.requireRealm(job.realm());
      visit.show(
          Section.IMPORTS,
          "import",
          Printable.of(ShownText.cut(job.source())),
          new ImportView(
              row(job), job.options().dryRun(), session.jobs().tally(job), job.completedAt()));
    }
  }
}
