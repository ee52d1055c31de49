package dev.muster.app.format.csv;

import dev.muster.app.format.input.BadEncoding;
import dev.muster.problem.InputRefused;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a table in order, in constant memory. For one thread. */
interface TableRows extends Closeable {

  /** From the next row on, keeps only cells whose 0-based index passes the predicate. */
  void keepOnly(IntPredicate places);

  /**
   * Tells how many columns the header has, so that from the next row on rows have all their cells:
   * a sheet does not store those that are empty. Rows of a text are what they are.
   */
  default void complete(int columns) {}

  /**
   * The next row, which has no cells if it is blank; null at the end.
   *
   * @throws InputRefused if the input is not a valid table
   * @throws BadEncoding if the bytes are not valid text
   */
  @Nullable CsvRow next() throws InputRefused, IOException;

  /** The physical line, from 1, on which the last row starts; its number if it is of a sheet. */
  long physicalLine();

  /** The number of cells that the last row has in the text; 0 if the table is none. */
  default int width() {
    return 0;
  }

  /** Whether the text that was read so far does not end with a line end. */
  default boolean isWithoutLineEnd() {
    return false;
  }

  /**
   * Remarks on the rows, after the last one.
   *
   * @param headerRow the number of the header row
   */
  default List<String> notes(int headerRow) {
    return List.of();
  }

  /** The offset of the last row in the input, in bytes; -1 if unknown. */
  long offset();
}
