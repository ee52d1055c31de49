package dev.muster.app.hash.recipe;

import dev.muster.app.hash.scheme.SecretBytes;
import java.util.Optional;

/**
 * The fields of a stored hash: {@code $recipe$SALT$LOGIN$HASH$RECIPE}, the first three in base64
 * without padding. The recipe is last because it may have dollar signs in it.
 */
record StoredText(SecretBytes salt, SecretBytes login, SecretBytes hash, String recipe) {

  static final String PREFIX = "$recipe$";
  private static final int FIELDS = 4;

  static String of(Recipe recipe, SecretBytes salt, SecretBytes login, SecretBytes hash) {
    return PREFIX
        + salt.toUnpaddedBase64()
        + "$"
        + login.toUnpaddedBase64()
        + "$"
        + hash.toUnpaddedBase64()
        + "$"
        + recipe.print();
  }

  /** Empty if the text has not these fields. The recipe is not read. */
  static Optional<StoredText> parse(String text) {
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String[] fields = text.substring(PREFIX.length()).split("\\$", FIELDS);
    if (fields.length < FIELDS) {
      return Optional.empty();
    }
    Optional<SecretBytes> salt = SecretBytes.ofUnpaddedBase64(fields[0]);
    Optional<SecretBytes> login = SecretBytes.ofUnpaddedBase64(fields[1]);
    Optional<SecretBytes> hash = SecretBytes.ofUnpaddedBase64(fields[2]);
    return salt.isEmpty() || login.isEmpty() || hash.isEmpty()
        ? Optional.empty()
        : Optional.of(new StoredText(salt.get(), login.get(), hash.get(), fields[3]));
  }
}
