package dev.muster.app.upload.run;

import dev.muster.app.document.SpreadsheetCell;
import dev.muster.value.Value;
import java.util.regex.Pattern;

/**
 * Cells of downloads that are to be corrected and uploaded again: those that a spreadsheet would
 * run begin with an apostrophe; phone numbers and other numbers with a sign do not.
 */
final class SafeCell {

  private static final Pattern NUMBER = Pattern.compile("[+-][\\d\\s().,/-]*");

  private SafeCell() {}

  static Value of(Value cell) {
    return cell instanceof Value.Text text && !NUMBER.matcher(text.text()).matches()
        ? Value.of(SpreadsheetCell.of(text.text()))
        : cell;
  }
}
