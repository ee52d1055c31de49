package dev.muster.app.format.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.Serial;

/** The table is well-formed, but refused for its contents. */
final class CsvRefusal extends CsvParseException {

  @Serial private static final long serialVersionUID = 1;

  private final String reason;

  CsvRefusal(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
