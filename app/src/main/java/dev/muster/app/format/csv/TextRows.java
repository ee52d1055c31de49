package dev.muster.app.format.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.muster.app.format.input.DecodingReader;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.format.input.LineStarts;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a text. For one thread. */
final class TextRows implements TableRows {

  /**
   * The most characters in a cell unless a stricter limit is set: Python's csv.field_size_limit().
   */
  private static final int CELL_CHARACTERS_MAX = 1 << 17;

  private static final int READ_CHARACTERS = 1 << 14;

  private final DecodingReader text;
  private final @Nullable PaddedQuoteReader padded;
  private final int cellCharactersMax;
  private final CsvRowCollector collector;
  private final CloseableIterator<CsvRow> rows;
  private final @Nullable LineStarts lineStarts;

  /**
   * Reads the rows of a text.
   *
   * @param firstRow the number of the text's first row in the whole table; the header is 1
   */
  TextRows(DecodingReader text, CsvSyntax syntax, long firstRow, InputLimits limits) {
    this.text = text;
    this.lineStarts = text.noteLineStarts();
    this.cellCharactersMax = Math.min(limits.fieldCharacters(), CELL_CHARACTERS_MAX);
    this.collector =
        new CsvRowCollector(firstRow, cellCharactersMax, limits.recordBytes(), syntax.quoting());
    this.padded =
        syntax.quoting() == Quoting.PADDED
            ? new PaddedQuoteReader(text, syntax.delimiter(), 2 * cellCharactersMax)
            : null;
    Reader parsed = padded == null ? text : padded;
    this.rows =
        CsvReader.builder()
            .fieldSeparator(syntax.delimiter())
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(bufferCharacters())
            .build(collector, parsed)
            .iterator();
  }

  @Override
  public void keepOnly(IntPredicate places) {
    collector.keepOnly(places);
  }

  @Override
  public @Nullable CsvRow next() throws InputRefused, IOException {
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
        throw new IllegalStateException(e); // a bug, not an error in the table
      }
      boolean refused = e instanceof CsvRefusal;
      if (e instanceof CsvRefusal refusal && refusal.isOfPadding()) {
        throw new PaddedQuotes();
      }
      if (padded == null && !refused && !text.isAtEnd()) {
        throw new PaddedQuotes(); // perhaps there is only a blank after a closing quote
      }
      String message = refused ? ((CsvRefusal) e).reason() : explanation();
      text.drain(); // encoding errors take precedence, wherever they are
      throw new InputRefused(
          InputProblem.at(
              ProblemCode.CSV_READ_ERROR,
              message,
              collector.lineOfCell(),
              collector.columnOfCell()));
    }
  }

  @Override
  public long physicalLine() {
    return collector.firstLine();
  }

  @Override
  public int width() {
    return collector.columnOfCell() - 1;
  }

  @Override
  public boolean isWithoutLineEnd() {
    return !text.isAfterLineEnd();
  }

  @Override
  public long offset() {
    return lineStarts == null ? -1 : lineStarts.offset(collector.firstLine());
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /**
   * The parser's buffer limit. A cell of doubled quotes is twice as long as its value. The limit
   * must be a power of two, because the parser doubles its buffer and would exceed any other limit.
   */
  private int bufferCharacters() {
    return Integer.highestOneBit(2 * cellCharactersMax + READ_CHARACTERS) << 1;
  }

  /** A message about the parser's error, with the line. */
  private String explanation() {
    String line = "Line " + collector.lineOfCell() + ": ";
    boolean ended = padded == null ? text.isAtEnd() : padded.isAtEnd();
    return ended
        ? line
            + "a quote is opened and never closed: the file is cut off after row "
            + (collector.rowNumber() - 1)
            + ", or a quote is missing. Copy or export the file again and compare its size, or mend"
            + " the quotes of that line."
        : line
            + "something follows a closing quote, or a cell is longer than "
            + cellCharactersMax
            + " characters, perhaps because a closing quote is missing; a quote inside of quotes"
            + " must be doubled; a backslash before it means nothing.";
  }
}
