package dev.muster.profile.csv;

import dev.muster.prepare.Draft;
import dev.muster.user.ExternalId;

/**
 * The external id of a new user. Existing users already have it, because they were matched by it.
 */
record ExternalIdWish(Column origin, ExternalId id) implements CellWish {

  @Override
  public boolean write(Draft draft) {
    return draft.creating() && draft.account().addExternalId(id);
  }
}
