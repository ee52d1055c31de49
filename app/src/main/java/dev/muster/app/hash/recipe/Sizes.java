package dev.muster.app.hash.recipe;

/**
 * The lengths of the inputs in bytes, from which the cost of a recipe is estimated.
 *
 * @param previous of the value of the round before
 * @param bcryptCost the cost that the stored hash names; 0 if it is not of bcrypt
 */
record Sizes(double password, double salt, double login, double previous, int bcryptCost) {

  /** What a pepper has at most. */
  static final int PEPPER = 1024;

  static final int BCRYPT_TEXT = 60;

  /** What a password is taken to have, when a hash is read. */
  static final int PASSWORD = 64;

  Sizes withPrevious(double length) {
    return new Sizes(password, salt, login, length, bcryptCost);
  }

  Sizes withPassword(double length) {
    return new Sizes(length, salt, login, previous, bcryptCost);
  }
}
