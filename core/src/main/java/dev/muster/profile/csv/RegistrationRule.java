package dev.muster.profile.csv;

import dev.muster.problem.ShownText;

/** {@code @registration}: how a new user can choose a password. */
record RegistrationRule(Column column) implements CellRule {

  private static final String SEND_EMAIL = "send-email";

  @Override
  public void read(Cells cells, RowDraft row) {
    String text = cells.at(column);
    if (text == null || text.isEmpty()) {
      return;
    }
    if (text.equals(SEND_EMAIL)) {
      row.wish(new RegistrationWish(column));
    } else {
      row.complain(column, "Unknown registration option " + ShownText.quoted(text) + ".");
    }
  }
}
