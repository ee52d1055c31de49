package dev.muster.profile.csv;

import dev.muster.prepare.Draft;
import dev.muster.user.ExternalId;

/** The external id of a user who is created; those who exist were found by theirs. */
record ExternalIdWish(Column origin, ExternalId id) implements CellWish {

  @Override
  public boolean write(Draft draft) {
    return draft.creating() && draft.account().addExternalId(id);
  }
}
