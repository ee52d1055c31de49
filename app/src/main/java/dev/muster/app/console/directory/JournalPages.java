package dev.muster.app.console.directory;

import dev.muster.app.console.page.Link;
import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.page.PageRoutes;
import dev.muster.app.console.page.Section;
import dev.muster.app.console.page.Visit;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.journal.Journal;
import dev.muster.app.journal.JournalAction;
import dev.muster.app.journal.JournalEntry;
import dev.muster.app.journal.JournalFilter;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.Session;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows the journal, and exports it. */
public final class JournalPages {

  private static final String PATH = "/journal/";
  private static final int ROWS = 50;

  private final DirectoryAccess directory;

  public JournalPages(DirectoryAccess directory) {
    this.directory = directory;
  }

  /**
   * A page of the journal, the latest entries first.
   *
   * @param query the filters, by the parameters' names
   * @param actions the names of actions, for the filter
   */
  public record JournalView(
      Map<String, String> query,
      List<String> actions,
      List<EntryRow> entries,
      Optional<String> next,
      String csv,
      String ndjson) {

    /** The value of a field of the filter form. */
    public String value(String name) {
      return query.getOrDefault(name, "");
    }
  }

  /**
   * An entry.
   *
   * @param job the address of the import that it concerns
   * @param detail JSON, possibly cut; empty if there is none
   */
  public record EntryRow(
      Instant at,
      String actor,
      String action,
      String subject,
      Optional<String> job,
      String detail) {}

  /** Adds the pages. */
  public void addTo(PageRoutes pages) {
    pages.get(PATH, this::show);
    pages.get(PATH + "export.csv", visit -> export(visit, JournalExport.Form.CSV));
    pages.get(PATH + "export.ndjson", visit -> export(visit, JournalExport.Form.NDJSON));
  }

  private void show(Visit visit) throws PageProblem {
    visit.requireAllRealms(); // many entries belong to no realm
    JournalFilter filter = JournalQuery.filter(visit);
    long before = JournalQuery.before(visit);
    List<JournalEntry> found;
    try (Session session = directory.database().openReading()) {
      // one more than a page has tells whether there is a next page
      found = session.journal().page(filter, before, ROWS + 1);
    }
    List<JournalEntry> entries = found.subList(0, Math.min(ROWS, found.size()));
    Optional<String> next =
        found.size() > ROWS
            ? Optional.of(
                link(PATH, visit)
                    .with("after", Long.toString(entries.get(ROWS - 1).number()))
                    .href())
            : Optional.empty();
    visit.show(
        Section.JOURNAL,
        "journal",
        visit.texts().text("section.journal"),
        new JournalView(
            JournalQuery.NAMES.stream().collect(Collectors.toMap(name -> name, visit::query)),
            Arrays.stream(JournalAction.values()).map(JournalAction::wireName).sorted().toList(),
            entries.stream().map(JournalPages::row).toList(),
            next,
            link(PATH + "export.csv", visit).href(),
            link(PATH + "export.ndjson", visit).href()));
  }

  private static EntryRow row(JournalEntry entry) {
    return new EntryRow(
        entry.at(),
        Shown.inList(entry.actor().wireName()),
        Shown.inList(entry.action()),
        Shown.inList(entry.subject()),
        entry.job().map(id -> "/users/import/" + Link.encoded(id) + "/"),
        entry.detail().isEmpty() ? "" : Shown.onPage(JsonText.of(entry.detail())));
  }

  private static Link link(String path, Visit visit) {
    Link link = Link.to(path);
    JournalQuery.NAMES.forEach(name -> link.with(name, visit.query(name)));
    return link;
  }

  private void export(Visit visit, JournalExport.Form form) throws PageProblem, IOException {
    visit.requireAllRealms();
    new JournalExport(directory.database(), JournalQuery.filter(visit), Journal.LATEST)
        .write(visit.context(), form);
  }
}
