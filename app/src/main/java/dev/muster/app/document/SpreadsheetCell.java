package dev.muster.app.document;

/** Prevents spreadsheets from running the cells of a table as formulas. */
public final class SpreadsheetCell {

  /** The characters that a formula begins with in some spreadsheet, as OWASP lists them. */
  private static final String STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private SpreadsheetCell() {}

  /** The text, after an apostrophe if a spreadsheet would take it for a formula. */
  public static String of(String text) {
    return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
