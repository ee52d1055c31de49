package dev.muster.app.console.report;

import dev.muster.app.console.directory.Shown;
import dev.muster.app.upload.run.CellNote;
import dev.muster.app.upload.run.ReportCell;
import dev.muster.app.upload.run.ReportRow;
import dev.muster.report.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A record of a report as its page shows it.
 *
 * @param user the address of its user's page; empty if there is none
 * @param cells one for each column of the page
 * @param moreChanges how many changes are not among {@code changes}
 * @param fields the fields to mend it; none unless it failed, and was not run again yet
 * @param again the report in which it was run again
 */
public record ShownRow(
    long index,
    long line,
    Outcome outcome,
    boolean changed,
    Optional<String> user,
    String login,
    List<CellNote> notes,
    List<ShownChange> changes,
    int moreChanges,
    List<ShownCell> cells,
    List<CellField> fields,
    Optional<RunAgain> again) {

  private static final int CHANGES_MAX = 40;
  private static final long FIELD_BYTES = 50_000;

  public ShownRow {
    notes = List.copyOf(notes);
    changes = List.copyOf(changes);
    cells = List.copyOf(cells);
    fields = List.copyOf(fields);
  }

  /** A cell of a row. */
  public record ShownCell(
      String text, boolean secret, boolean written, boolean error, List<CellNote> notes) {

    static ShownCell of(Optional<ReportCell> cell) {
      return new ShownCell(
          Shown.inList(cell.flatMap(ReportCell::value).orElse("")),
          cell.map(ReportCell::secret).orElse(false),
          cell.map(ReportCell::written).orElse(false),
          cell.map(ReportCell::hasError).orElse(false),
          cell.map(ReportCell::notes).orElse(List.of()));
    }

    long bytes() {
      return 70
          + HtmlSize.of(text)
          + notes.stream().mapToLong(note -> 50 + HtmlSize.of(note.message())).sum();
    }

    @Override
    public String toString() {
      return "ShownCell[secret=" + secret + "]"; // texts are personal
    }
  }

  /**
   * The report in which a row was run again.
   *
   * @param href its page
   * @param key the text that says what became of the row
   */
  public record RunAgain(String href, String key) {}

  /**
   * A row of a page.
   *
   * @param columns the page's columns
   * @param user the address of the user's page
   */
  static ShownRow of(
      ReportRow row, List<String> columns, Optional<String> user, Optional<RunAgain> again) {
    List<ShownCell> cells = columns.stream().map(name -> ShownCell.of(row.cell(name))).toList();
    List<CellNote> notes = new ArrayList<>(row.notes());
    row.cells().stream()
        .filter(cell -> !columns.contains(cell.column()))
        .forEach(cell -> notes.addAll(cell.notes()));
    return new ShownRow(
        row.index(),
        row.line(),
        row.outcome(),
        row.changed(),
        user,
        Shown.inList(row.login().orElse("")),
        notes,
        row.changes().stream().limit(CHANGES_MAX).map(ShownChange::of).toList(),
        Math.max(0, row.changes().size() - CHANGES_MAX),
        cells,
        row.outcome() == Outcome.FAILED && again.isEmpty() ? fields(row, columns) : List.of(),
        again);
  }

  /** The fields of a failed row. Where a page becomes too large, long cells are left out. */
  static List<CellField> fields(ReportRow row, List<String> columns) {
    List<CellField> fields = new ArrayList<>();
    long left = FIELD_BYTES;
    for (int place = 0; place < columns.size(); place++) {
      String column = columns.get(place);
      CellField field = CellField.of(column, place, row.cell(column), left);
      fields.add(field);
      left -= field.bytes();
    }
    return fields;
  }

  /** The key of the word for what happened to it. */
  public String actionKey() {
    return outcome == Outcome.UPDATED && !changed
        ? "report.action.unchanged"
        : "report.action." + outcome.wireName();
  }

  /** The class of that word. */
  public String markClass() {
    return switch (outcome) {
      case INSERTED -> "mark-good";
      case UPDATED -> changed ? "mark-good" : "";
      case SKIPPED -> "mark-warn";
      case FAILED -> "mark-bad";
    };
  }

  /** About how many bytes of a page it takes. */
  long bytes() {
    return 500
        + HtmlSize.of(login)
        + notes.stream().mapToLong(note -> 60 + HtmlSize.of(note.message())).sum()
        + changes.stream().mapToLong(ShownChange::bytes).sum()
        + cells.stream().mapToLong(ShownCell::bytes).sum()
        + fields.stream().mapToLong(CellField::bytes).sum();
  }

  @Override
  public String toString() {
    return "ShownRow[line=" + line + "]"; // the rest is personal
  }
}
