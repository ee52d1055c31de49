package dev.muster.app.console.report;

import dev.muster.app.upload.run.CellNote;
import dev.muster.app.upload.run.ReportCell;
import java.util.List;
import java.util.Optional;

/**
 * A field in which a cell is edited.
 *
 * @param column the column's name
 * @param place the column's place on the page
 * @param value what the field has; empty if the cell is kept unless something is entered
 * @param kept whether an empty field keeps the cell, because it is hidden or very long
 * @param secret whether the cell is hidden
 * @param notes what is wrong with the cell
 */
public record CellField(
    String column, int place, String value, boolean kept, boolean secret, List<CellNote> notes) {

  private static final int CHARACTERS_MAX = 1000;

  public CellField {
    notes = List.copyOf(notes);
  }

  static CellField of(String column, int place, Optional<ReportCell> cell, long bytesLeft) {
    String value = cell.flatMap(ReportCell::value).orElse("");
    boolean secret = cell.map(ReportCell::secret).orElse(false);
    boolean kept =
        secret || value.length() > CHARACTERS_MAX || HtmlSize.of(value) > Math.max(60, bytesLeft);
    return new CellField(
        column,
        place,
        kept ? "" : value,
        kept,
        secret,
        cell.map(ReportCell::notes).orElse(List.of()));
  }

  CellField with(String otherValue, List<CellNote> otherNotes) {
    return new CellField(column, place, otherValue, kept, secret, otherNotes);
  }

  /** Whether the field needs several lines. */
  public boolean hasLines() {
    return value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0;
  }

  /** Whether something is wrong with the cell. */
  public boolean hasError() {
    return notes.stream().anyMatch(note -> note.code().isPresent());
  }

  /** About how many bytes of a page it takes. */
  long bytes() {
    return 330
        + 3 * HtmlSize.of(column)
        + HtmlSize.of(value)
        + notes.stream().mapToLong(note -> 60 + HtmlSize.of(note.message())).sum();
  }

  @Override
  public String toString() {
    return "CellField[column=" + column + "]"; // values are personal
  }
}
