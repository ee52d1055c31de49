package dev.muster.app.format.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.muster.app.format.input.BadEncoding;
import dev.muster.app.format.input.DecodingReader;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.format.input.LineStarts;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The rows of a table, one after the other, in constant memory. For one thread. */
final class CsvRows implements Closeable {

  /** What a cell may hold where nothing stricter is set: Python's csv.field_size_limit(). */
  private static final int CELL_CHARACTERS_MAX = 1 << 17;

  private static final int READ_CHARACTERS = 1 << 14;

  private final DecodingReader text;
  private final int cellCharactersMax;
  private final CsvRowCollector collector;
  private final CloseableIterator<CsvRow> rows;
  private final @Nullable LineStarts lineStarts;

  /**
   * The rows of a text.
   *
   * @param firstRow the number of its first row among those of the whole table; the header is 1
   */
  CsvRows(DecodingReader text, char delimiter, long firstRow, InputLimits limits) {
    this.text = text;
    this.lineStarts = text.noteLineStarts();
    this.cellCharactersMax = Math.min(limits.fieldCharacters(), CELL_CHARACTERS_MAX);
    this.collector = new CsvRowCollector(firstRow, cellCharactersMax, limits.recordBytes());
    this.rows =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(bufferCharacters())
            .build(collector, text)
            .iterator();
  }

  /** From the next row on, keeps only the cells at some places. */
  void keepOnly(IntPredicate places) {
    collector.keepOnly(places);
  }

  /**
   * The next row, which has no cells if its line is blank; null at the end.
   *
   * @throws InputRefused if the text is no table
   * @throws BadEncoding if it is no text
   */
  @Nullable CsvRow next() throws InputRefused, IOException {
    try {
      CsvRow row = rows.hasNext() ? rows.next() : null;
      if (row != null && lineStarts != null) {
        lineStarts.forgetBefore(collector.firstLine());
      }
      return row;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      if (e.getCause() != null) {
        throw new IllegalStateException(e); // not about the table, but about this program
      }
      String message = e instanceof CsvRefusal refusal ? refusal.reason() : explanation();
      text.drain(); // bytes that are no text come first, wherever they are
      throw new InputRefused(
          InputProblem.at(
              ProblemCode.CSV_READ_ERROR,
              message,
              collector.lineOfCell(),
              collector.columnOfCell()));
    }
  }

  /** Where the row that was read last starts, in bytes of the input; -1 if that isn't known. */
  long offset() {
    return lineStarts == null ? -1 : lineStarts.offset(collector.firstLine());
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /**
   * Room for a cell all of doubled quotes, which is twice as long as what it says. The parser
   * doubles its buffer as it needs to, and runs over its end unless the limit is a power of two.
   */
  private int bufferCharacters() {
    return Integer.highestOneBit(2 * cellCharactersMax + READ_CHARACTERS) << 1;
  }

  /** Why the parser gave up, in words that help to find the place. */
  private String explanation() {
    String line = "Line " + collector.lineOfCell() + ": ";
    return text.isAtEnd()
        ? line + "a quote is opened and never closed."
        : line
            + "something follows a closing quote, or a quoted cell is longer than "
            + cellCharactersMax
            + " characters; a quote inside of quotes must be doubled.";
  }
}
