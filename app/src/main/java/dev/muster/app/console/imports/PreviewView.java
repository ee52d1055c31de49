package dev.muster.app.console.imports;

import dev.muster.app.console.directory.Shown;
import dev.muster.app.upload.run.Preview;
import dev.muster.app.upload.run.PreviewColumn;
import dev.muster.app.upload.run.PreviewRow;
import dev.muster.app.upload.run.ReportCell;
import dev.muster.profile.csv.Flag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The beginning of a file as its page shows it: the columns of a window, and as many rows as fit.
 *
 * @param problems why none of the file can be imported
 * @param missingRoles roles that these rows name and the realm lacks
 * @param columnCount of the whole file
 */
public record PreviewView(
    List<Column> columns,
    List<Row> rows,
    List<ShownNote> problems,
    List<ShownNote> notes,
    List<String> missingRoles,
    int columnCount) {

  /** The wire names of all flags. */
  public static final List<String> FLAGS =
      Arrays.stream(Flag.values()).map(Flag::wireName).toList();

  /** The text of a page's preview, markup included. */
  private static final int CHARACTERS_MAX = 60_000;

  private static final int MARKUP = 40;
  private static final int NOTE_MARKUP = 120;
  private static final int LISTED_MAX = 20;

  /**
   * A column.
   *
   * @param targets what it becomes; an empty text if it is ignored or not understood
   * @param flags wire names
   */
  public record Column(String name, String targets, List<String> flags, List<ShownNote> notes) {

    /** Whether its header cell has an error. */
    public boolean hasError() {
      return notes.stream().anyMatch(ShownNote::isError);
    }
  }

  /** A record, with the remarks on the whole of it. */
  public record Row(long line, List<Cell> cells, List<ShownNote> notes) {

    /** Whether the record can't be imported. */
    public boolean hasError() {
      return notes.stream().anyMatch(ShownNote::isError) || cells.stream().anyMatch(Cell::hasError);
    }
  }

  /** A cell. */
  public record Cell(String text, boolean secret, List<ShownNote> notes) {

    /** Whether it has an error. */
    public boolean hasError() {
      return notes.stream().anyMatch(ShownNote::isError);
    }

    /** The class of its element. */
    public String style() {
      return hasError() ? "cell-bad" : notes.isEmpty() ? "" : "cell-warn";
    }

    private int characters() {
      int all = MARKUP + 3 * text.length();
      for (ShownNote note : notes) {
        all += NOTE_MARKUP + 2 * note.message().length();
      }
      return all;
    }
  }

  public PreviewView {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Whether there is something to be seen. */
  public boolean isEmpty() {
    return columns.isEmpty();
  }

  static PreviewView of(Preview preview, ColumnWindow window) {
    return new PreviewView(
        window.of(preview.columns()).stream().map(PreviewView::column).toList(),
        rows(preview, window),
        ShownNote.ofNotes(preview.problems()),
        preview.notes().stream().limit(LISTED_MAX).map(ShownNote::remark).toList(),
        preview.missingRoles().stream().limit(LISTED_MAX).map(Shown::inList).toList(),
        preview.columns().size());
  }

  private static Column column(PreviewColumn column) {
    return new Column(
        Shown.inList(column.name()),
        Shown.inList(String.join(", ", column.targets())),
        column.flags().stream().sorted().map(Flag::wireName).toList(),
        ShownNote.ofNotes(column.notes()));
  }

  private static List<Row> rows(Preview preview, ColumnWindow window) {
    List<String> names = preview.columns().stream().map(PreviewColumn::name).toList();
    boolean table = !preview.shape().isEmpty();
    List<Row> rows = new ArrayList<>();
    int left = CHARACTERS_MAX;
    for (PreviewRow row : preview.rows()) {
      List<ReportCell> all = table ? row.cells() : byName(row.cells(), names);
      Row shown =
          new Row(
              row.line(),
              window.of(all).stream().map(PreviewView::cell).toList(),
              ShownNote.ofNotes(row.notes()));
      left -= shown.cells().stream().mapToInt(Cell::characters).sum() + MARKUP;
      if (left < 0 && !rows.isEmpty()) {
        break;
      }
      rows.add(shown);
    }
    return rows;
  }

  /** The members of a record in the order of the columns. */
  private static List<ReportCell> byName(List<ReportCell> cells, List<String> names) {
    return names.stream()
        .map(
            name ->
                cells.stream()
                    .filter(cell -> cell.column().equals(name))
                    .findFirst()
                    .orElseGet(
                        () -> new ReportCell(name, Optional.empty(), false, false, List.of())))
        .toList();
  }

  private static Cell cell(ReportCell cell) {
    return new Cell(
        cell.secret() ? "" : Shown.inList(cell.value().orElse("")),
        cell.secret(),
        ShownNote.ofNotes(cell.notes()));
  }
}
