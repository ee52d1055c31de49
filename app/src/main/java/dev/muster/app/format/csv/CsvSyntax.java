package dev.muster.app.format.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * The syntax of a table. The quote is always {@code "}.
 *
 * @param delimiter the character between cells
 * @param lineEnd the line end after its first line
 */
record CsvSyntax(char delimiter, String lineEnd) {

  private static final String DELIMITERS = ",;\t|";
  private static final char BEFORE_TEXT = ',';

  /**
   * Detects the syntax by the header line. The delimiter is the one that occurs most outside
   * quotes; a comma if none does.
   *
   * @param text the text from its start
   * @param charactersMax the most characters of the line to examine
   * @return empty if there is no text
   */
  static Optional<CsvSyntax> of(Reader text, int charactersMax) throws IOException {
    Reader in = new BufferedReader(text);
    int[] counts = new int[DELIMITERS.length()];
    int c = in.read();
    if (c < 0) {
      return Optional.empty();
    }
    boolean quoted = false;
    int before = BEFORE_TEXT;
    for (int i = 0; c >= 0 && i < charactersMax; i++) {
      if (!quoted && (c == '\n' || c == '\r')) {
        break;
      }
      int delimiter = DELIMITERS.indexOf(c);
      if (c == '"') {
        quoted = !quoted && (before == '"' || DELIMITERS.indexOf(before) >= 0);
      } else if (!quoted && delimiter >= 0) {
        counts[delimiter]++;
      }
      before = c;
      c = in.read();
    }
    String lineEnd = c == '\r' ? (in.read() == '\n' ? "\r\n" : "\r") : "\n";
    return Optional.of(new CsvSyntax(mostFrequent(counts), lineEnd));
  }

  /** The delimiter's display name, such as {@code semicolons}. */
  String delimiterName() {
    return switch (delimiter) {
      case ',' -> "commas";
      case ';' -> "semicolons";
      case '\t' -> "tabs";
      case '|' -> "pipes";
      default -> throw new IllegalStateException("delimiter " + (int) delimiter);
    };
  }

  private static char mostFrequent(int[] counts) {
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return DELIMITERS.charAt(best);
  }
}
