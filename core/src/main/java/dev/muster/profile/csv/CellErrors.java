package dev.muster.profile.csv;

import dev.muster.read.SourceRecord;
import dev.muster.value.Struct;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a row of a sheet that show an error, such as {@code #DIV/0!}, instead of a value.
 */
public final class CellErrors {

  /** The name of a record's field that holds the errors by the 0-based places of their cells. */
  public static final String FIELD = "@cell-errors";

  private final Header header;
  private final Struct errors;

  private CellErrors(Header header, Struct errors) {
    this.header = header;
    this.errors = errors;
  }

  /** The errors of a record; null if it has none, as texts never have. */
  static @Nullable CellErrors of(Header header, SourceRecord source) {
    int last = source.fields().size() - 1;
    for (int i = last; i >= 0 && i >= last - 1; i--) {
      if (source.fields().nameAt(i).equals(FIELD)
          && source.fields().valueAt(i) instanceof Struct errors) {
        return new CellErrors(header, errors);
      }
    }
    return null;
  }

  /** The error in the cells that a column is read from; null if they have none. */
  @Nullable String at(Column column) {
    if (!header.isMapped()) {
      return errors.text(Integer.toString(column.columnIndex()));
    }
    for (int place : header.sourcePlaces(column)) {
      String error = errors.text(Integer.toString(place));
      if (error != null) {
        return error;
      }
    }
    return null;
  }
}
