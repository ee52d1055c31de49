package dev.muster.app.format.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Detects the syntax of a table by its header line. The delimiter is the one that occurs most
 * outside quotes; a comma if none does. A first line such as {@code sep=;} names it. For one use.
 */
final class SyntaxSurvey {

  private static final char BEFORE_TEXT = ',';
  private static final int DECLARATION_LENGTH_MAX = 8;

  private final Reader in;
  private final int charactersMax;
  private final int[] counts = new int[CsvSyntax.DELIMITERS.length()];
  private final StringBuilder start = new StringBuilder();
  private int next;
  private String lineEnd = "\n";

  /**
   * A survey of a text from its start.
   *
   * @param charactersMax the most characters of a line to examine
   */
  SyntaxSurvey(Reader text, int charactersMax) {
    this.in = new BufferedReader(text);
    this.charactersMax = charactersMax;
  }

  /**
   * The syntax.
   *
   * @param requestedRow the number of the header row; 0 if unspecified
   * @return empty if there is no text
   */
  Optional<CsvSyntax> of(int requestedRow) throws IOException {
    next = in.read();
    if (next < 0) {
      return Optional.empty();
    }
    scanLine();
    char declared = declared(start.toString());
    int headerRow = requestedRow > 0 ? requestedRow : declared == 0 ? 1 : 2;
    for (int row = 1; row < headerRow && next >= 0; row++) {
      scanLine();
    }
    char delimiter = declared == 0 ? mostFrequent() : declared;
    return Optional.of(new CsvSyntax(delimiter, lineEnd, Quoting.PLAIN, headerRow));
  }

  /** Counts the delimiters of the next line, and takes its end. */
  private void scanLine() throws IOException {
    Arrays.fill(counts, 0);
    start.setLength(0);
    boolean quoted = false;
    int before = BEFORE_TEXT;
    for (int i = 0; next >= 0 && i < charactersMax; i++) {
      if (!quoted && (next == '\n' || next == '\r')) {
        break;
      }
      int delimiter = CsvSyntax.DELIMITERS.indexOf(next);
      if (next == '"') {
        quoted = !quoted && (before == '"' || CsvSyntax.DELIMITERS.indexOf(before) >= 0);
      } else if (!quoted && delimiter >= 0) {
        counts[delimiter]++;
      }
      boolean padding = next == ' ' && CsvSyntax.DELIMITERS.indexOf(before) >= 0;
      before = padding ? before : next;
      if (i <= DECLARATION_LENGTH_MAX) {
        start.append((char) next);
      }
      next = in.read();
    }
    takeLineEnd();
  }

  private void takeLineEnd() throws IOException {
    if (next == '\r') {
      next = in.read();
      lineEnd = next == '\n' ? "\r\n" : "\r";
      next = next == '\n' ? in.read() : next;
    } else {
      lineEnd = "\n";
      next = next == '\n' ? in.read() : next;
    }
  }

  /** The delimiter that the first line names; 0 if it names none. */
  private static char declared(String line) {
    boolean quoted = line.length() > 1 && line.startsWith("\"") && line.endsWith("\"");
    String text = quoted ? line.substring(1, line.length() - 1) : line;
    int length = CsvSyntax.DECLARATION.length();
    if (text.length() == length + 1
        && text.toLowerCase(Locale.ROOT).startsWith(CsvSyntax.DECLARATION)
        && text.charAt(length) != '"'
        && !Character.isLetterOrDigit(text.charAt(length))) {
      return text.charAt(length);
    }
    return 0;
  }

  private char mostFrequent() {
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return CsvSyntax.DELIMITERS.charAt(best);
  }
}
