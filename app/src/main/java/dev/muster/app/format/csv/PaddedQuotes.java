package dev.muster.app.format.csv;

import java.io.IOException;
import java.io.Serial;

/** The table seems to have blanks around quoted cells: it has to be read with such quotes. */
final class PaddedQuotes extends IOException {

  @Serial private static final long serialVersionUID = 1;

  PaddedQuotes() {
    super("there are blanks around quotes");
  }
}
