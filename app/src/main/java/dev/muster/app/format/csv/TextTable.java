package dev.muster.app.format.csv;

import dev.muster.app.format.InputMark;
import dev.muster.app.format.input.DecodingReader;
import dev.muster.app.format.input.InputEncoding;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * A table as text: CSV.
 *
 * @param notes remarks on its encoding
 */
record TextTable(
    InputFile input,
    InputEncoding encoding,
    InputLimits limits,
    CsvSyntax syntax,
    List<String> notes)
    implements Table {

  /**
   * Detects the syntax of a text.
   *
   * @param headerRow the number of the header row; 0 if unspecified
   * @return empty if there is no text
   */
  static Optional<CsvSyntax> syntax(
      InputFile input, InputEncoding encoding, InputLimits limits, int headerRow)
      throws IOException {
    try (DecodingReader text = encoding.characters(input)) {
      return new SyntaxSurvey(text, limits.recordBytes()).of(headerRow);
    }
  }

  /** This table with remarks. */
  TextTable with(List<String> remarks) {
    return new TextTable(input, encoding, limits, syntax, remarks);
  }

  /** This table, read so that blanks around quoted cells mean nothing. */
  TextTable withPaddedQuotes() {
    return new TextTable(input, encoding, limits, syntax.with(Quoting.PADDED), notes);
  }

  @Override
  public String description() {
    return "csv, " + syntax.delimiterName() + ", " + encoding.charset().name();
  }

  @Override
  public Optional<String> charset() {
    return Optional.of(encoding.charset().name());
  }

  @Override
  public int headerRow() {
    return syntax.headerRow();
  }

  @Override
  public TextRows rows() throws IOException {
    return new TextRows(encoding.characters(input), syntax, 1, limits);
  }

  @Override
  public TextRows rowsAt(InputMark mark) throws IOException {
    return new TextRows(encoding.characters(input, mark.byteOffset()), syntax, mark.line(), limits);
  }

  @Override
  public boolean isSeekable() throws IOException {
    return !input.isCompressed();
  }

  @Override
  public TableText rejects(OutputStream out) throws IOException {
    return new TableText(out, syntax, encoding.needsMark());
  }
}
