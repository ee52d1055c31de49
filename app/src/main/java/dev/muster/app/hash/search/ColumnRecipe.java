package dev.muster.app.hash.search;

import dev.muster.password.HashPart;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a recipe reads a table whose columns have hashes and salts.
 *
 * @param constants the texts that are the same in all rows, without the key
 * @param salt the column of the salts; empty if the recipe has none
 * @param keyed whether {@link HashPart#KEY} is the system's key in all rows
 * @param cut how the texts have to be taken apart first; empty if hash and salt were given apart
 */
public record ColumnRecipe(
    Map<HashPart, String> constants, Optional<HashPart> salt, boolean keyed, String cut) {

  public ColumnRecipe {
    EnumMap<HashPart, String> copy = new EnumMap<>(HashPart.class);
    copy.putAll(constants);
    constants = Collections.unmodifiableMap(copy);
  }

  /** The recipe that only names a scheme. */
  static ColumnRecipe of(String scheme) {
    return new ColumnRecipe(Map.of(HashPart.SCHEME, scheme), Optional.empty(), false, "");
  }

  ColumnRecipe with(HashPart part, String text) {
    Map<HashPart, String> more = new EnumMap<>(HashPart.class);
    more.putAll(constants);
    more.put(part, text);
    return new ColumnRecipe(more, salt, keyed, cut);
  }

  /** The recipe with salts in {@link HashPart#SALT}. */
  ColumnRecipe salted(Reading reading) {
    return encoded(HashPart.SALT_ENCODING, reading).saltedIn(HashPart.SALT);
  }

  /** The recipe with salts that are the keys of an HMAC. */
  ColumnRecipe saltedKeys(Reading reading) {
    return encoded(HashPart.KEY_ENCODING, reading).saltedIn(HashPart.KEY);
  }

  /** The recipe with the system's key. */
  ColumnRecipe keyed(Reading reading) {
    ColumnRecipe encoded = encoded(HashPart.KEY_ENCODING, reading);
    return new ColumnRecipe(encoded.constants, salt, true, cut);
  }

  ColumnRecipe cut(String words) {
    return new ColumnRecipe(constants, salt, keyed, words);
  }

  private ColumnRecipe saltedIn(HashPart column) {
    return new ColumnRecipe(constants, Optional.of(column), keyed, cut);
  }

  private ColumnRecipe encoded(HashPart part, Reading reading) {
    return reading.encoding().equals(Reading.UTF8) ? this : with(part, reading.encoding());
  }
}
