package dev.muster.profile.csv;

import dev.muster.read.SourceRecord;

/**
 * Finds a row's cells among its record's fields without comparing names: a row has a field for each
 * of its first columns, but for the one of reject reasons. Immutable.
 */
final class FieldPlaces {

  private final int placeOfReason;

  FieldPlaces(Header header) {
    this.placeOfReason =
        header.column(ColumnKind.REJECT_REASON).map(Column::place).orElse(Integer.MAX_VALUE);
  }

  /** The cells of a row. */
  Cells cells(SourceRecord source) {
    return column ->
        source
            .fields()
            .text(column.name(), column.place() - (column.place() > placeOfReason ? 1 : 0));
  }
}
