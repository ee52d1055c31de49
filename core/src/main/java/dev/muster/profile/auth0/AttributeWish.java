package dev.muster.profile.auth0;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.value.Value;

/**
 * A standard attribute.
 *
 * @param newUsersOnly whether it is a default, which existing users don't get
 */
record AttributeWish(String name, Value value, boolean newUsersOnly) implements Wish {

  @Override
  public boolean grant(Draft draft) {
    return (draft.creating() || !newUsersOnly) && draft.account().attribute(name, value);
  }
}
