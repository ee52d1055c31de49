package dev.muster.profile.csv;

import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.report.RecordResult;
import dev.muster.value.Blanks;
import dev.muster.value.Struct;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Renders rows of a table of which only the header's cells are known. Thread-safe. */
public final class TableView {

  private final int width;
  private final List<ShownColumn> columns;

  /**
   * The view of one table.
   *
   * @param header the cells as the file has them
   * @param mapping how it was imported
   */
  public TableView(List<String> header, Mapping mapping) {
    this.width = header.size();
    this.columns = ShownColumn.of(header, mapping);
  }

  /** The names of the columns, in order; empty for one without, and for one that is not shown. */
  public List<String> names() {
    List<String> names = new ArrayList<>(Collections.nCopies(width, ""));
    columns.forEach(column -> names.set(column.columnIndex(), column.name()));
    return names;
  }

  /** Whether an import of the table can change passwords, or ask for new ones. */
  public boolean changesPasswords() {
    return columns.stream()
        .flatMap(column -> column.kinds().stream())
        .anyMatch(kind -> kind == ColumnKind.FORCE_PASSWORD_RESET || kind.hashPart().isPresent());
  }

  /** A row as reports show it: its cells, without secrets. */
  public Struct members(List<String> cells, RecordResult result) {
    return CsvView.members(
        columns, place -> place < cells.size() ? Blanks.strip(cells.get(place)) : null, result);
  }
}
