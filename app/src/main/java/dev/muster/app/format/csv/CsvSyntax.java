package dev.muster.app.format.csv;

/**
 * The syntax of a table. The quote is always {@code "}.
 *
 * @param delimiter the character between cells
 * @param lineEnd the line end after its header
 * @param quoting how quotes are read
 * @param headerRow the number of the header row, from 1
 */
record CsvSyntax(char delimiter, String lineEnd, Quoting quoting, int headerRow) {

  /** The delimiters that are detected; the first one if there is none. */
  static final String DELIMITERS = ",;\t|";

  /** What Excel writes in front of a table. */
  static final String DECLARATION = "sep=";

  CsvSyntax with(Quoting other) {
    return new CsvSyntax(delimiter, lineEnd, other, headerRow);
  }

  /** The delimiter's display name, such as {@code semicolons}. */
  String delimiterName() {
    return nameOf(delimiter);
  }

  static String nameOf(char delimiter) {
    return switch (delimiter) {
      case ',' -> "commas";
      case ';' -> "semicolons";
      case '\t' -> "tabs";
      case '|' -> "pipes";
      case ' ' -> "spaces";
      default -> "\"" + delimiter + "\"";
    };
  }

  /** The line that names the delimiter, if it would not be detected; otherwise an empty text. */
  String declaration() {
    return DELIMITERS.indexOf(delimiter) < 0 ? DECLARATION + delimiter + lineEnd : "";
  }
}
