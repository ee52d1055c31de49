package dev.muster.profile.csv;

import dev.muster.profile.InvisibleCharacters;
import dev.muster.user.Key;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import org.jspecify.annotations.Nullable;

/**
 * {@code email} and {@code username}: stored as given, compared by their canonical form. If the
 * user name is the key, it is compared exactly.
 *
 * @param kind e-mail or user name
 */
record LoginIdRule(Column column, LoginIdKind kind) implements CellRule {

  @Override
  public void read(Cells cells, RowDraft row) {
    String text = cells.at(column);
    if (text == null || text.isEmpty()) {
      readNothing(text != null, row);
      return;
    }
    if (kind == LoginIdKind.EMAIL && !ValueParser.isEmail(text)) {
      row.complainWithAdvice(
          column, ValueParser.BAD_EMAIL + InvisibleCharacters.hint(text), EmailAdvice.of(text));
      return;
    }
    LoginId id = LoginId.of(kind, text);
    Key key = id.key();
    row.wish(new LoginIdWish(column, kind, id));
    row.warnIfInvisible(column, text);
    if (kind == LoginIdKind.USERNAME) {
      row.warnIfSuspect(column, text);
    }
    row.mayGain(key);
    row.value(column, key, kind == LoginIdKind.USERNAME ? text : null);
  }

  private void readNothing(boolean given, RowDraft row) {
    if (column.has(Flag.KEY)) {
      row.complain(column, REQUIRED);
    } else if (given) {
      row.wish(new LoginIdWish(column, kind, null));
    }
  }

  @Override
  public @Nullable Key claimedBy(Cells cells) {
    String text = column.isClaimed() ? cells.at(column) : null;
    return text == null || text.isEmpty() ? null : LoginId.of(kind, text).key();
  }
}
