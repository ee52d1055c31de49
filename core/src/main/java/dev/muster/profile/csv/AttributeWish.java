package dev.muster.profile.csv;

import dev.muster.prepare.Draft;
import dev.muster.user.AccountEditor;
import dev.muster.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Sets an attribute. A verified column marks the value as trusted, even if the user already had it;
 * a change by another column removes the mark.
 *
 * @param next null to remove it
 */
record AttributeWish(Column origin, @Nullable Value next) implements CellWish {

  @Override
  public boolean write(Draft draft) {
    AccountEditor account = draft.account();
    String name = origin.attributeName();
    boolean changed =
        origin.kind() == ColumnKind.ATTRIBUTE
            ? account.customAttribute(name, next)
            : account.attribute(name, next);
    boolean trusted = next != null && origin.has(Flag.VERIFIED);
    if (changed || trusted) {
      changed |= account.verifiedAttribute(name, trusted);
    }
    return changed;
  }
}
