package dev.muster.profile.csv;

import dev.muster.prepare.Draft;
import dev.muster.user.AccountEditor;
import dev.muster.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An attribute to be set. A verified column has its value trusted from now on, even one that the
 * user had already; a change from any other column ends the trust.
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
