package dev.muster.profile.csv;

import dev.muster.read.SourceRecord;

/**
 * Finds a row's cells among its record's fields by index, without comparing names. A record has a
 * field for each cell of its row, except for the column of reject reasons. Immutable.
 */
final class FieldPlaces {

  private final int placeOfReason;

  FieldPlaces(Header header) {
    this.placeOfReason =
        header.column(ColumnKind.REJECT_REASON).map(Column::columnIndex).orElse(Integer.MAX_VALUE);
  }

  /** The cells of a row. */
  Cells cells(SourceRecord source) {
    return column ->
        source
            .fields()
            .text(
                column.name(),
                column.columnIndex() - (column.columnIndex() > placeOfReason ? 1 : 0));
  }
}
