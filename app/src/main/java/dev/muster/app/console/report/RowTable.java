package dev.muster.app.console.report;

import dev.muster.app.console.directory.Shown;
import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.report.ShownRow.RunAgain;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.store.Session;
import dev.muster.app.upload.run.MendedRows;
import dev.muster.app.upload.run.ReportPage;
import dev.muster.app.upload.run.ReportRow;
import dev.muster.app.upload.run.ReportRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A page of rows, which never becomes larger than a page of the console may be.
 *
 * @param columns the names of the shown columns
 * @param moreColumns how many columns are not shown
 * @param next the address of the next rows; empty at the end
 */
public record RowTable(
    List<String> columns, int moreColumns, List<ShownRow> rows, Optional<String> next) {

  private static final int ROWS = 50;
  private static final int COLUMNS_MAX = 80;
  private static final long BYTES = 130_000;

  public RowTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** The rows that are wanted. */
  static RowTable of(Session session, ReportRows model, OpenReport report, ReportQuery query)
      throws PageProblem, UsageProblem {
    ReportPage page = model.page(report.job(), query.filter(), query.after(), ROWS);
    Map<Long, MendedRows.Again> again =
        new MendedRows(session).of(report.file(), report.job(), page.rows());
    List<String> columns = page.columns().subList(0, Math.min(COLUMNS_MAX, page.columns().size()));
    List<ShownRow> rows = new ArrayList<>();
    OptionalLong next = page.next();
    long left = BYTES;
    long labels = columns.stream().mapToLong(name -> 14 + HtmlSize.of(Shown.inList(name))).sum();
    for (ReportRow row : page.rows()) {
      Optional<RunAgain> other =
          Optional.ofNullable(again.get(row.line())).map(known -> runAgain(known, report));
      ShownRow shown = ShownRow.of(row, columns, user(session, row), other);
      left -= shown.bytes() + labels;
      if (left < 0 && !rows.isEmpty()) {
        next = OptionalLong.of(rows.get(rows.size() - 1).index());
        break;
      }
      rows.add(shown);
    }
    return new RowTable(
        columns,
        page.columns().size() - columns.size(),
        rows,
        next.isPresent()
            ? Optional.of(query.next(report.href(), next.getAsLong()))
            : Optional.empty());
  }

  private static RunAgain runAgain(MendedRows.Again again, OpenReport report) {
    return new RunAgain(
        report.href(again.report()),
        again
            .outcome()
            .map(outcome -> "report.action." + outcome.wireName())
            .orElse("report.mended.pending"));
  }

  private static Optional<String> user(Session session, ReportRow row) {
    return row.user().isPresent()
        ? Optional.of("/users/" + session.users().ids().show(row.user().getAsLong()) + "/")
        : Optional.empty();
  }

  /** The name of a column as the page shows it. */
  public String heading(int place) {
    return Shown.inList(columns.get(place));
  }

  /** Whether a row has changes to show. */
  public boolean hasChanges() {
    return rows.stream().anyMatch(row -> !row.changes().isEmpty());
  }

  /** Whether a row can be mended, or was. */
  public boolean hasFields() {
    return rows.stream().anyMatch(row -> !row.fields().isEmpty() || row.again().isPresent());
  }
}
