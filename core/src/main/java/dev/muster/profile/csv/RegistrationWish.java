package dev.muster.profile.csv;

import dev.muster.prepare.Draft;

/** Marks a new user for a mail with which to choose a password. */
record RegistrationWish(Column origin) implements CellWish {

  @Override
  public boolean write(Draft draft) {
    return draft.creating() && draft.account().registrationDue(true);
  }
}
