package dev.muster.profile.authgear;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.value.Struct;
import dev.muster.value.Value;

/**
 * {@code custom_attributes}: each is set or, if null, removed; others stay unchanged.
 *
 * @param attributes by name, declared or not
 */
record CustomAttributesWish(Struct attributes) implements Wish {

  @Override
  public boolean grant(Draft draft) {
    boolean changed = false;
    for (int i = 0; i < attributes.size(); i++) {
      boolean removal = attributes.valueAt(i) instanceof Value.Null;
      if (!removal || !draft.creating()) {
        Value next = removal ? null : attributes.valueAt(i);
        changed |= draft.account().customAttribute(attributes.nameAt(i), next);
      }
    }
    return changed;
  }

  @Override
  public boolean idempotent() {
    return true;
  }
}
