package dev.muster.profile.csv;

import dev.muster.read.SourceRecord;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Renders rows of a table of which only the header's cells are known. Thread-safe. */
public final class TableView {

  private final List<Column> columns;
  private final CsvView view;

  /**
   * The view of one table.
   *
   * @param header the cells as the file has them
   */
  public TableView(List<String> header) {
    this.columns = columns(header);
    this.view = new CsvView(new Header(header, columns));
  }

  private static List<Column> columns(List<String> header) {
    List<Column> columns = new ArrayList<>();
    for (int place = 0; place < header.size(); place++) {
      List<String> words = Blanks.words(header.get(place));
      String name = words.isEmpty() ? "" : words.get(0);
      ColumnKind kind = ColumnKind.named(name).orElse(ColumnKind.ATTRIBUTE);
      columns.add(new Column(name, place, kind, Set.of(), Optional.empty()));
    }
    return columns;
  }

  /** The names of the columns, in order; empty for one without. */
  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /** A row as reports show it: its cells, without secrets. */
  public Struct members(List<String> cells, RecordResult result) {
    Struct.Builder fields = new Struct.Builder();
    for (Column column : columns) {
      if (column.columnIndex() < cells.size() && column.kind() != ColumnKind.REJECT_REASON) {
        fields.append(column.name(), Value.of(cells.get(column.columnIndex())));
      }
    }
    return view.members(new SourceRecord(result.position(), fields.build()), result);
  }
}
