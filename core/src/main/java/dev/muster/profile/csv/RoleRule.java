package dev.muster.profile.csv;

import java.util.List;

/**
 * {@code _role_name} and {@code _role_slug}: adds or removes one role. A table with such a column
 * may have several rows about one user, a role in each; only the first of them clears the others.
 */
record RoleRule(Column column) implements CellRule {

  @Override
  public void read(Cells cells, RowDraft row) {
    String text = cells.at(column);
    if (text == null || text.isEmpty()) {
      row.allowRepetition(List.of());
      return;
    }
    row.wish(new RoleWish(column, text, column.has(Flag.CLEAR)));
    row.allowRepetition(List.of(new RoleWish(column, text, false)));
  }
}
