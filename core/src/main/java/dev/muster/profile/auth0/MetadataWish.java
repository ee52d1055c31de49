package dev.muster.profile.auth0;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.value.Struct;
import dev.muster.value.Value;

/**
 * {@code app_metadata} or {@code user_metadata}. An empty object is the same as none.
 *
 * @param merge whether members are replaced one by one, and removed by null, instead of the whole
 *     object
 */
record MetadataWish(String name, Struct members, boolean merge) implements Wish {

  @Override
  public boolean grant(Draft draft) {
    Struct next =
        merge && draft.account().customAttribute(name) instanceof Struct now
            ? merged(now)
            : members;
    return draft.account().customAttribute(name, next.isEmpty() ? null : next);
  }

  private Struct merged(Struct now) {
    Struct.Builder merged = now.edit();
    for (int i = 0; i < members.size(); i++) {
      if (members.valueAt(i) instanceof Value.Null) {
        merged.remove(members.nameAt(i));
      } else {
        merged.put(members.nameAt(i), members.valueAt(i));
      }
    }
    return merged.build();
  }
}
