package dev.muster.profile.csv;

import dev.muster.profile.csv.mapping.SourceCells;
import dev.muster.read.SourceRecord;
import dev.muster.value.Struct;
import dev.muster.value.Value;

/**
 * Finds a row's cells among its record's fields by index, without comparing names. A record has a
 * field for each cell of its row. Without a mapping, the fields have the names of the columns, and
 * the column of reject reasons has none; with a mapping, all cells of the file are fields.
 * Immutable.
 */
final class FieldPlaces {

  private final Header header;
  private final int placeOfReason;

  FieldPlaces(Header header) {
    this.header = header;
    this.placeOfReason =
        header.column(ColumnKind.REJECT_REASON).map(Column::columnIndex).orElse(Integer.MAX_VALUE);
  }

  /** The cells of a row. */
  Cells cells(SourceRecord source) {
    if (header.isMapped()) {
      return header.cells(row(source));
    }
    return column ->
        source
            .fields()
            .text(
                column.name(),
                column.columnIndex() - (column.columnIndex() > placeOfReason ? 1 : 0));
  }

  /** The cells of a row as the file has them. */
  SourceCells row(SourceRecord source) {
    if (!header.isMapped()) {
      Cells cells = cells(source);
      return place -> cells.at(header.columns().get(place));
    }
    Struct fields = source.fields();
    return place ->
        place < fields.size() && fields.valueAt(place) instanceof Value.Text cell
            ? cell.text()
            : null;
  }
}
