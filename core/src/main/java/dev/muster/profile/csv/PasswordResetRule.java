package dev.muster.profile.csv;

/**
 * {@code @force-password-reset}: requires a new password at the next login; never removes that
 * requirement.
 */
record PasswordResetRule(Column column) implements CellRule {

  @Override
  public void read(Cells cells, RowDraft row) {
    String text = cells.at(column);
    if (text != null && ValueParser.isTrue(text)) {
      row.wish(new PasswordResetWish(column));
      row.warnIfNegative(column, text);
    }
  }
}
