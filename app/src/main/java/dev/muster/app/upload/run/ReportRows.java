package dev.muster.app.upload.run;

import dev.muster.app.document.ShownValues;
import dev.muster.app.format.Formats;
import dev.muster.app.format.KeptRecords;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.ResultFilter;
import dev.muster.app.job.ResultPage;
import dev.muster.app.job.TextSearch;
import dev.muster.app.store.Session;
import dev.muster.problem.ProblemCode;
import dev.muster.user.RoleReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * The records of reports, page by page. A report of an uploaded file has all its records with the
 * results, so that the file need not be read, and a page takes the same time everywhere.
 */
public final class ReportRows {

  /** After about this time a page ends, even if it has fewer rows than its limit. */
  private static final Duration SEARCH = Duration.ofMillis(30);

  private static final int ROWS_AT_ONCE = 500;
  private static final Duration MISSING_ROLES = Duration.ofSeconds(2);

  private final Session store;
  private final Formats formats;

  /** The records of a directory's reports, by a session for reading. */
  public ReportRows(Session store, Formats formats) {
    this.store = store;
    this.formats = formats;
  }

  /**
   * A page of a report.
   *
   * @param after the cursor; {@link JobStore#START} for the first page
   * @param limit the most rows
   */
  public ReportPage page(Job report, RowFilter filter, long after, int limit) throws UsageProblem {
    KeptRecords kept = kept(report);
    ResultFilter wanted =
        new ResultFilter(
            filter.outcome(),
            filter.code(),
            OptionalLong.empty(),
            filter.changed(),
            filter
                .text()
                .filter(text -> !text.isEmpty())
                .map(text -> new TextSearch(text, ShownValues.of(kept))));
    RowReader reader = new RowReader(report, kept);
    List<ReportRow> rows = new ArrayList<>();
    OptionalLong next = OptionalLong.of(after);
    long end = System.nanoTime() + SEARCH.toNanos();
    long begun;
    do {
      begun = System.nanoTime();
      ResultPage page = store.jobs().page(report, wanted, next.getAsLong(), limit - rows.size());
      page.items().forEach(item -> rows.add(reader.row(item.result(), item.source())));
      next = page.next();
    } while (next.isPresent() && rows.size() < limit && hasTimeForAnother(begun, end));
    return new ReportPage(columns(reader, rows), rows, next);
  }

  /** Whether as much time is left as the last part took; a slow machine doesn't begin one. */
  private static boolean hasTimeForAnother(long begun, long end) {
    long now = System.nanoTime();
    return now + (now - begun) <= end;
  }

  private static List<String> columns(RowReader reader, List<ReportRow> rows) {
    if (!reader.tableColumns().isEmpty()) {
      return reader.tableColumns();
    }
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> row.cells().forEach(cell -> names.add(cell.column())));
    return List.copyOf(names);
  }

  /** The record with an index. */
  public Optional<ReportRow> find(Job report, long index) throws UsageProblem {
    RowReader reader = new RowReader(report, kept(report));
    return item(report, index).map(item -> reader.row(item.result(), item.source()));
  }

  /** The stored result of a record. */
  Optional<ResultPage.Item> item(Job report, long index) {
    return store.jobs().page(report, ResultFilter.ALL, index - 1, 1).items().stream()
        .filter(item -> item.result().position().index() == index)
        .findFirst();
  }

  /** The number of records that have a problem, or a warning with a code, by its wire name. */
  public Map<String, Long> problemCounts(Job report) {
    return store.jobs().problemCounts(report);
  }

  /** Roles that records of a report name and the realm lacks; not all if very many rows do. */
  public NavigableSet<String> missingRoles(Job report) throws UsageProblem {
    NavigableSet<String> names = new TreeSet<>();
    missingRoles(report, MISSING_ROLES).forEach(role -> names.add(role.text()));
    return names;
  }

  /**
   * Roles that records of a report name and the realm lacks, as the records name them.
   *
   * @param time the search ends after it, even if there are more
   */
  public NavigableSet<RoleReference> missingRoles(Job report, Duration time) throws UsageProblem {
    NavigableSet<RoleReference> roles = new TreeSet<>(RoleReference.BY_TEXT);
    String code = ProblemCode.ROLE_NOT_FOUND.wireName();
    Set<String> named = RoleColumns.ofNames(report);
    OptionalLong next = OptionalLong.of(JobStore.START);
    long begun = System.nanoTime();
    while (next.isPresent() && System.nanoTime() - begun < time.toNanos()) {
      ReportPage page = page(report, RowFilter.ALL.withCode(code), next.getAsLong(), ROWS_AT_ONCE);
      for (ReportRow row : page.rows()) {
        for (ReportCell cell : row.cells()) {
          if (cell.value().isPresent() && cell.notes().stream().anyMatch(n -> n.hasCode(code))) {
            roles.add(new RoleReference(cell.value().get(), named.contains(cell.column())));
          }
        }
      }
      next = page.next();
    }
    return roles;
  }

  KeptRecords kept(Job report) throws UsageProblem {
    return formats
        .named(report.format())
        .kept(report.input().header(), report.options().formatOptions());
  }
}
