package dev.muster.profile.csv;

import dev.muster.match.KeyText;
import dev.muster.profile.InvisibleCharacters;
import dev.muster.user.Key;
import dev.muster.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * First and last names, and declared attributes.
 *
 * @param path the attribute's path in a user's document
 * @param unique whether the realm requires its values to be unique
 */
record AttributeRule(Column column, String path, boolean unique, ValueParser parser)
    implements CellRule {

  @Override
  public void read(Cells cells, RowDraft row) {
    String text = cells.at(column);
    if (text == null || text.isEmpty()) {
      readNothing(text, row);
      return;
    }
    Value value =
        parser.parse(
            column,
            text,
            message -> row.complainOfValue(column, message + InvisibleCharacters.hint(text), text));
    if (value == null) {
      return;
    }
    row.wish(new AttributeWish(column, value));
    if (Value.TRUE.equals(value)) {
      row.warnIfNegative(column, text);
    } else if (value instanceof Value.Text) {
      row.warnIfSuspect(column, text);
    }
    Key key = unique || column.isClaimed() ? key(value) : null;
    if (key != null) {
      row.mayGain(key);
      row.value(column, key, null);
      row.warnIfInvisible(column, text);
    }
  }

  private void readNothing(@Nullable String text, RowDraft row) {
    if (column.has(Flag.KEY) || column.declaration().filter(it -> it.required()).isPresent()) {
      row.complain(column, REQUIRED);
    } else if (text != null) {
      row.wish(new AttributeWish(column, ValueParser.ofEmpty(column)));
    }
  }

  @Override
  public @Nullable Key claimedBy(Cells cells) {
    String text = column.isClaimed() ? cells.at(column) : null;
    if (text == null || text.isEmpty()) {
      return null;
    }
    Value value = parser.parse(column, text, message -> {});
    return value == null ? null : key(value);
  }

  private @Nullable Key key(Value value) {
    String text = KeyText.of(value);
    return text == null ? null : Key.ofAttribute(path, text);
  }
}
