package dev.muster.profile.csv;

import dev.muster.prepare.Draft;

/** A mail to a new user, by which to choose a password. */
record RegistrationWish(Column origin) implements CellWish {

  @Override
  public boolean write(Draft draft) {
    return draft.creating() && draft.account().registrationDue(true);
  }
}
