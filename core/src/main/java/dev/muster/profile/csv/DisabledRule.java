package dev.muster.profile.csv;

import java.util.Locale;

/**
 * {@code @disabled}: true disables the account, false enables it again. An empty cell leaves it as
 * it is. Only the usual words are taken: with any other, the row fails.
 */
record DisabledRule(Column column) implements CellRule {

  @Override
  public void read(Cells cells, RowDraft row) {
    String text = cells.at(column);
    if (text == null || text.isEmpty()) {
      return;
    }
    switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes" -> row.wish(new DisabledWish(column, true));
      case "false", "0", "no" -> row.wish(new DisabledWish(column, false));
      default -> row.complain(column, "Enter true or false.");
    }
  }
}
