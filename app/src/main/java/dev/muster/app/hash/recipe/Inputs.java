package dev.muster.app.hash.recipe;

import dev.muster.app.hash.crypt.BcryptHash;
import java.util.Optional;

/**
 * What a recipe is evaluated with. Arrays are not copied, so nobody may change them.
 *
 * @param storedBcrypt the hash whose salt and cost bcrypt uses; empty if the recipe has no bcrypt
 * @param previous the value of the round before
 */
@SuppressWarnings("ArrayRecordComponent") // is never compared
record Inputs(
    byte[] password,
    byte[] salt,
    byte[] login,
    Peppers peppers,
    Optional<BcryptHash> storedBcrypt,
    byte[] previous) {

  Inputs withPrevious(byte[] value) {
    return new Inputs(password, salt, login, peppers, storedBcrypt, value);
  }

  /** The same with another password, and another value of the round before. */
  Inputs withOtherPassword() {
    return new Inputs(other(password), salt, login, peppers, storedBcrypt, other(previous));
  }

  private static byte[] other(byte[] bytes) {
    return bytes.length == 0 ? new byte[] {'x'} : new byte[0];
  }

  /**
   * The secret of a name.
   *
   * @throws IllegalStateException if there is none; {@link RecipeHash} has checked that
   */
  byte[] pepper(String name) {
    return peppers
        .secret(name)
        .orElseThrow(() -> new IllegalStateException("no pepper " + name))
        .toBytes();
  }

  BcryptHash bcrypt() {
    return storedBcrypt.orElseThrow(() -> new IllegalStateException("no bcrypt hash"));
  }

  @Override
  public String toString() {
    return "Inputs[]";
  }
}
