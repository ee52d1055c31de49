package dev.muster.profile.authgear;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Patch;
import dev.muster.prepare.Wish;
import dev.muster.value.Value;

/** A standard attribute: set or replaced whole, or removed from a user who has it. */
record AttributeWish(String name, Patch<Value> patch) implements Wish {

  @Override
  public boolean grant(Draft draft) {
    Value next = patch.orNull();
    return (next != null || !draft.creating()) && draft.account().attribute(name, next);
  }

  @Override
  public boolean idempotent() {
    return true;
  }
}
