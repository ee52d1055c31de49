package dev.muster.app.upload.run;

import dev.muster.report.Change;
import dev.muster.report.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A record of a report.
 *
 * @param index its 0-based number in the report
 * @param line its line in the uploaded file
 * @param changed whether its user changed
 * @param user the number of its user; empty if there is none, or if a simulation only imagined it
 * @param login the text that identifies its user; empty if it has none
 * @param notes what is wrong with the whole record, and other remarks
 * @param changes the changed values, before and after
 * @param cells one for each column that the record has
 */
public record ReportRow(
    long index,
    long line,
    Outcome outcome,
    boolean changed,
    OptionalLong user,
    Optional<String> login,
    List<CellNote> notes,
    List<Change> changes,
    List<ReportCell> cells) {

  public ReportRow {
    notes = List.copyOf(notes);
    changes = List.copyOf(changes);
    cells = List.copyOf(cells);
  }

  /** The cell of a column. */
  public Optional<ReportCell> cell(String column) {
    return cells.stream().filter(cell -> cell.column().equals(column)).findFirst();
  }

  @Override
  public String toString() {
    return "ReportRow[line=" + line + ", outcome=" + outcome + "]"; // the rest is personal
  }
}
