package dev.muster.app.console.report;

import dev.muster.app.console.directory.Shown;
import dev.muster.app.upload.run.CellNote;
import java.util.List;
import java.util.Optional;

/**
 * What the page on which failed rows are mended shows.
 *
 * @param noticeKey a text about what was just done; empty at first
 * @param replacement what was searched for last
 * @param next the address of the next failed rows; empty at the end
 */
public record GridView(
    ReportView.Head head,
    List<String> columns,
    List<GridRow> rows,
    Optional<String> noticeKey,
    Replacement replacement,
    Optional<String> next) {

  public GridView {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A row that is edited.
   *
   * @param notes what is wrong with the whole row
   * @param edited whether a cell differs from the file's
   */
  public record GridRow(
      long index, long line, List<CellNote> notes, List<CellField> fields, boolean edited) {

    public GridRow {
      notes = List.copyOf(notes);
      fields = List.copyOf(fields);
    }

    /** Whether something is wrong with it. */
    public boolean hasError() {
      return notes.stream().anyMatch(note -> note.code().isPresent())
          || fields.stream().anyMatch(CellField::hasError);
    }

    /** The name of the form's field for a cell. */
    public String fieldName(CellField field) {
      return EditedRows.fieldName(index, field.column());
    }
  }

  /**
   * A text that is replaced in a column.
   *
   * @param column its name
   */
  public record Replacement(String column, String find, String replace) {

    static final Replacement NONE = new Replacement("", "", "");

    String in(String value) {
      return find.isEmpty() ? value : value.replace(find, replace);
    }
  }

  /** The name of a column as the page shows it. */
  public String heading(int place) {
    return Shown.inList(columns.get(place));
  }
}
