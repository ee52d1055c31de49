package dev.muster.app.hash.search;

import dev.muster.app.hash.SharedSchemes;
import dev.muster.app.hash.TableHashes;
import dev.muster.app.hash.recipe.Recipe;
import dev.muster.app.hash.recipe.RecipeScheme;
import dev.muster.app.hash.recipe.Source;
import dev.muster.password.HashPart;
import dev.muster.password.HashParts;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a recipe reads a table whose columns have hashes and salts.
 *
 * @param constants the texts that are the same in all rows, without the key
 * @param salt the column of the salts; empty if the recipe has none
 * @param keyed whether {@link HashPart#KEY} is the system's key in all rows
 * @param ofLogin whether the recipe has the login, see {@link HashPart#LOGIN}
 * @param pepper the encoding of the system's key, which the recipe has as a pepper of the settings;
 *     empty if it has none
 * @param cut how the texts have to be taken apart first
 * @param numbers the columns of numbers that are parts of a divided text, by the part's 0-based
 *     number
 */
public record ColumnRecipe(
    Map<HashPart, String> constants,
    Optional<HashPart> salt,
    boolean keyed,
    boolean ofLogin,
    Optional<String> pepper,
    Cut cut,
    Map<Integer, HashPart> numbers) {

  private static final TableHashes TABLES = new TableHashes(SharedSchemes.DEFAULT);

  /** Parts that a divided text may have in each row. */
  private static final List<HashPart> COSTS = List.of(HashPart.ITERATIONS, HashPart.COST);

  /** Shorter numbers are more probably the version of a format than a cost. */
  private static final int COST_DIGITS_MIN = 3;

  public ColumnRecipe {
    EnumMap<HashPart, String> copy = new EnumMap<>(HashPart.class);
    copy.putAll(constants);
    constants = Collections.unmodifiableMap(copy);
    numbers = Map.copyOf(numbers);
  }

  /** The recipe that only names a scheme. */
  static ColumnRecipe of(String scheme) {
    return new ColumnRecipe(
        Map.of(HashPart.SCHEME, scheme),
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        Cut.NONE,
        Map.of());
  }

  /** A recipe in the grammar of recipes. */
  static ColumnRecipe of(FoundRecipe found) {
    Recipe recipe = found.recipe();
    return new ColumnRecipe(
        Map.of(HashPart.SCHEME, RecipeScheme.NAME, HashPart.RECIPE, recipe.print()),
        recipe.has(Source.SALT) ? Optional.of(HashPart.SALT) : Optional.empty(),
        false,
        recipe.has(Source.LOGIN),
        found.key().map(Reading::encoding),
        Cut.NONE,
        Map.of());
  }

  ColumnRecipe with(HashPart part, String text) {
    Map<HashPart, String> more = new EnumMap<>(HashPart.class);
    more.putAll(constants);
    more.put(part, text);
    return new ColumnRecipe(more, salt, keyed, ofLogin, pepper, cut, numbers);
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
    return new ColumnRecipe(encoded.constants, salt, true, ofLogin, pepper, cut, numbers);
  }

  /**
   * The recipe for texts that are taken apart as that of one user was.
   *
   * @param parts the parts of that user's text
   */
  ColumnRecipe cut(Cut how, List<String> parts) {
    Map<HashPart, String> rest = new EnumMap<>(HashPart.class);
    rest.putAll(constants);
    Map<Integer, HashPart> costs = new HashMap<>();
    for (HashPart part : COSTS) {
      int at = parts.indexOf(constants.getOrDefault(part, ""));
      if (at >= 0 && parts.get(at).length() >= COST_DIGITS_MIN && !costs.containsKey(at)) {
        costs.put(at, part);
        rest.remove(part);
      }
    }
    return new ColumnRecipe(rest, salt, keyed, ofLogin, pepper, how, costs);
  }

  /**
   * The parts of one user's hash; empty if its text is of another form, or something is lacking.
   */
  Optional<HashParts> parts(Sample user) {
    return cut.apply(Cells.of(user.hash(), user.salt())).flatMap(cells -> parts(user, cells));
  }

  private Optional<HashParts> parts(Sample user, Cells cells) {
    Map<HashPart, String> parts = new EnumMap<>(HashPart.class);
    parts.putAll(constants);
    parts.put(HashPart.HASH, cells.hash());
    numbers.forEach((at, part) -> parts.put(part, cells.parts().get(at)));
    boolean lacksSalt = salt.isPresent() && cells.salt().isEmpty();
    boolean lacksKey = (keyed || pepper.isPresent()) && user.key().isEmpty();
    if (lacksSalt || lacksKey || (ofLogin && user.login().isEmpty())) {
      return Optional.empty();
    }
    salt.ifPresent(column -> parts.put(column, cells.salt().orElse("")));
    if (ofLogin) {
      parts.put(HashPart.LOGIN, user.login().orElse(""));
    }
    if (keyed) {
      parts.put(HashPart.KEY, user.key().orElse(""));
    }
    return Optional.of(new HashParts(parts));
  }

  /** Whether a user's password fits the hash that an import would read with this recipe. */
  boolean fits(Sample user) {
    return parts(user).filter(parts -> fits(user, parts)).isPresent();
  }

  private static boolean fits(Sample user, HashParts parts) {
    if (parts.has(HashPart.RECIPE)) {
      return FoundRecipe.fits(parts, user);
    }
    return TABLES.read(parts) instanceof HashParts.Reading.Accepted accepted
        && Assumption.SCHEMES.verify(accepted.hash(), user.password().toBytes());
  }

  /** Whether the salts are parts of the hashes' texts. */
  public boolean saltIsInText() {
    return salt.isPresent() && cut.division().filter(Division::hasSalt).isPresent();
  }

  /** How a mapping divides the hashes' texts; empty if it does not. */
  public Optional<Cut.Split> split() {
    return cut.split(numbers, salt);
  }

  private ColumnRecipe saltedIn(HashPart column) {
    return new ColumnRecipe(constants, Optional.of(column), keyed, ofLogin, pepper, cut, numbers);
  }

  private ColumnRecipe encoded(HashPart part, Reading reading) {
    return reading.encoding().equals(Reading.UTF8) ? this : with(part, reading.encoding());
  }
}
