package dev.muster.app.format.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.Serial;

/** The table is well-formed, but refused for its contents. */
final class CsvRefusal extends CsvParseException {

  @Serial private static final long serialVersionUID = 1;

  private final String reason;
  private final boolean ofPadding;

  CsvRefusal(String reason) {
    this(reason, false);
  }

  private CsvRefusal(String reason, boolean ofPadding) {
    super(reason);
    this.reason = reason;
    this.ofPadding = ofPadding;
  }

  /** A cell starts with blanks and a quote. */
  static CsvRefusal padding() {
    return new CsvRefusal("there is a blank before a quote", true);
  }

  boolean isOfPadding() {
    return ofPadding;
  }

  String reason() {
    return reason;
  }
}
