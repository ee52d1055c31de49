package dev.muster.app.format.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parser's cells into rows, and rejects what the parser accepts: NULs, too long cells,
 * too long rows.
 */
final class CsvRowCollector extends AbstractBaseCsvCallbackHandler<CsvRow> {

  private final int cellCharactersMax;
  private final int rowCharactersMax;
  private final boolean padded;
  private IntPredicate wanted = place -> true;
  private @Nullable String[] cells = new String[16];
  private int size;
  private long characters;
  private long rowNumber;
  private long firstLine;
  private long lineOfCell;
  private int columnOfCell;

  /**
   * A collector.
   *
   * @param firstRow the number of the first row
   * @param quoting if it is {@link Quoting#PLAIN}, blanks before a quote end the reading
   */
  CsvRowCollector(long firstRow, int cellCharactersMax, int rowCharactersMax, Quoting quoting) {
    this.padded = quoting == Quoting.PADDED;
    this.rowNumber = firstRow - 1;
    this.cellCharactersMax = cellCharactersMax;
    this.rowCharactersMax = rowCharactersMax;
  }

  /** From the next row on, keeps only cells whose 0-based index passes the predicate. */
  void keepOnly(IntPredicate places) {
    wanted = places;
  }

  /** The physical line, from 1, on which the row starts. */
  long firstLine() {
    return firstLine;
  }

  /** The number of the current row. */
  long rowNumber() {
    return rowNumber;
  }

  /** The physical line on which the parser's current cell starts. */
  long lineOfCell() {
    return lineOfCell;
  }

  /** The 1-based number of the current cell in its row. */
  int columnOfCell() {
    return columnOfCell;
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    size = 0;
    characters = 0;
    rowNumber++;
    firstLine = startingLineNumber;
    lineOfCell = startingLineNumber;
    columnOfCell = 1;
  }

  @Override
  protected void handleField(int place, char[] buf, int offset, int length, boolean quoted) {
    if (length > cellCharactersMax) {
      throw refused("a cell is longer than " + cellCharactersMax + " characters");
    }
    characters += length + 1;
    if (characters > rowCharactersMax) {
      throw refused(
          "the row is longer than " + rowCharactersMax + " characters (limits: record_bytes)");
    }
    inspect(buf, offset, offset + length);
    if (!quoted && !padded && length > 2 && isPadding(buf, offset, offset + length)) {
      throw CsvRefusal.padding();
    }
    columnOfCell = place + 2;
    if (wanted.test(place)) {
      if (place >= cells.length) {
        cells = Arrays.copyOf(cells, Math.max(place + 1, 2 * cells.length));
      }
      Arrays.fill(cells, size, place, null);
      cells[place] = length == 0 ? "" : new String(buf, offset, length);
      size = place + 1;
    }
  }

  @Override
  protected CsvRow buildRecord() {
    return new CsvRow(rowNumber, getRecordType() == RecordType.EMPTY, Arrays.copyOf(cells, size));
  }

  /** Whether a cell has blanks before a quote, so that it may be a quoted one. */
  private static boolean isPadding(char[] buf, int start, int end) {
    int i = start;
    while (i < end && PaddedQuoteReader.isBlankCharacter(buf[i])) {
      i++;
    }
    return i > start && i < end && buf[i] == '"';
  }

  private void inspect(char[] buf, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = buf[i];
      if (c <= '\r') {
        if (c == 0) {
          throw refused(
              "there is a NUL character, which no text has: remove it, as in tr -d '\\000'");
        }
        if (c == '\n' || (c == '\r' && (i + 1 == end || buf[i + 1] != '\n'))) {
          lineOfCell++;
        }
      }
    }
  }

  private CsvParseException refused(String what) {
    return new CsvRefusal("Line " + lineOfCell + ": " + what + ".");
  }
}
