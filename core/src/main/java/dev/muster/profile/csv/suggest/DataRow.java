package dev.muster.profile.csv.suggest;

import dev.muster.profile.EmailSyntax;
import dev.muster.profile.csv.mapping.UsualNames;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells rows of data from headers. */
public final class DataRow {

  private static final Pattern NUMBERS =
      Pattern.compile("\\+?[0-9]{5,}|\\+?[0-9]{1,4}([./ -]+[0-9]{1,4}){2,}");

  private DataRow() {}

  /**
   * The first cell that is data, in words without the cell, such as {@code column 1 is an e-mail
   * address}; empty if none is, or some cell is a usual name of a column.
   */
  public static Optional<String> sign(List<String> cells) {
    Optional<String> first = Optional.empty();
    for (int place = 0; place < cells.size(); place++) {
      String cell = cells.get(place).strip();
      if (UsualNames.meaning(cell).isPresent()) {
        return Optional.empty();
      }
      String kind = kind(cell);
      if (first.isEmpty() && !kind.isEmpty()) {
        first = Optional.of("column " + (place + 1) + " is " + kind);
      }
    }
    return first;
  }

  private static String kind(String cell) {
    if (EmailSyntax.isAddress(cell)) {
      return "an e-mail address";
    }
    if (ColumnCells.isHash(cell)) {
      return "a password hash";
    }
    return NUMBERS.matcher(cell).matches() ? "a number or a date" : "";
  }
}
