package dev.muster.app.format.csv;

import dev.muster.app.format.InputMark;
import dev.muster.app.format.input.DecodingReader;
import dev.muster.app.format.input.InputEncoding;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import java.io.IOException;
import java.util.Optional;

/** A table with its encoding. It can be read repeatedly. Thread-safe. */
record CsvInput(InputFile input, InputEncoding encoding, InputLimits limits) {

  /** Detects the table's delimiter and line ends; empty if there is no text. */
  Optional<CsvSyntax> syntax() throws IOException {
    try (DecodingReader text = encoding.characters(input)) {
      return CsvSyntax.of(text, limits.recordBytes());
    }
  }

  /** Starts reading at the header row. */
  CsvRows rows(CsvSyntax syntax) throws IOException {
    return new CsvRows(encoding.characters(input), syntax.delimiter(), 1, limits);
  }

  /** Starts reading at a row. */
  CsvRows rowsAt(InputMark mark, CsvSyntax syntax) throws IOException {
    return new CsvRows(
        encoding.characters(input, mark.byteOffset()), syntax.delimiter(), mark.line(), limits);
  }
}
