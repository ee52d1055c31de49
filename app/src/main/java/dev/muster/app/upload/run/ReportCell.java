package dev.muster.app.upload.run;

import dev.muster.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * A cell of a record: of a table, or a member of a JSON object.
 *
 * @param column the column's name
 * @param value the text that the file has; JSON for a member that is no text; empty if it is
 *     missing
 * @param secret whether the value is hidden; then it is a placeholder
 * @param written whether the cell changed something
 * @param notes what is wrong with it, and other remarks
 */
public record ReportCell(
    String column, Optional<String> value, boolean secret, boolean written, List<CellNote> notes) {

  /** What the views of dialects show instead of a secret. */
  static final String PLACEHOLDER = "REDACTED";

  public ReportCell {
    notes = List.copyOf(notes);
  }

  /** Whether the cell has an error. */
  public boolean hasError() {
    return notes.stream().anyMatch(note -> note.code().isPresent());
  }

  static boolean isSecret(Value value) {
    return value instanceof Value.Text text && text.text().equals(PLACEHOLDER);
  }

  @Override
  public String toString() {
    return "ReportCell[column=" + column + "]"; // values are personal
  }
}
