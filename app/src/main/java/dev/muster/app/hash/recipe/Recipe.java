package dev.muster.app.hash.recipe;

import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashPart;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a system computes its hashes: {@code sha1("--" + salt + "--" + password + "--")}. Immutable.
 *
 * @param scheme the scheme whose texts the hashes are; it has the value of the expression in place
 *     of the password. Empty if the value itself is the hash
 */
public record Recipe(Optional<String> scheme, Expression expression) {

  /** The greatest number of characters. */
  public static final int LENGTH_MAX = 1000;

  /** The greatest number of values, functions and texts. */
  public static final int NODES_MAX = 64;

  /** With fewer bytes, many passwords fit one hash. */
  private static final int HASH_LENGTH_MIN = 8;

  /** No value may be longer, with a usual password and salt. */
  private static final int VALUE_LENGTH_MAX = 1 << 16;

  /**
   * Reads a text in the grammar of recipes.
   *
   * @throws BadRecipe if it is not one; the message tells the place, and what is expected there
   */
  public static Recipe parse(String text) throws BadRecipe {
    return RecipeParser.parse(text);
  }

  /** The recipe, if no password can be computed from its hashes. */
  static Recipe checked(Optional<String> scheme, Expression expression) throws BadRecipe {
    if (expression.nodes().noneMatch(node -> node == Source.PASSWORD)) {
      throw bad("The recipe does not have the password.");
    }
    if (scheme.isEmpty() && !withoutForm(expression).isOneWay()) {
      throw bad("A recipe must be a digest, a derived key or a scheme, or an encoding of one.");
    }
    if (withoutEncodings(expression).length().orElse(HASH_LENGTH_MIN) < HASH_LENGTH_MIN) {
      throw bad("A recipe must make at least " + HASH_LENGTH_MIN + " bytes.");
    }
    if (PepperParts.canBeRead(expression)) {
      throw bad("A part of a pepper can't be read: first and repeat need a digest of it.");
    }
    boolean ofBcrypt = scheme.isEmpty() && withoutEncodings(expression) instanceof BcryptOf;
    if (!ofBcrypt && expression.nodes().anyMatch(BcryptOf.class::isInstance)) {
      throw bad(
          "bcrypt has its salt and cost from the stored hash, so it must be outermost; another"
              + " bcrypt may be in it.");
    }
    Sizes sizes = new Sizes(Sizes.PASSWORD, Sizes.PASSWORD, Sizes.PASSWORD, Sizes.PASSWORD, 0);
    if (expression.nodes().anyMatch(node -> node.lengthMax(sizes) > VALUE_LENGTH_MAX)) {
      throw bad("A value of the recipe is too long.");
    }
    return new Recipe(scheme, expression);
  }

  private static BadRecipe bad(String message) {
    return new BadRecipe(HashPart.RECIPE, message);
  }

  private static Expression withoutEncodings(Expression expression) {
    return expression instanceof Encoded encoded ? withoutEncodings(encoded.bytes()) : expression;
  }

  private static Expression withoutForm(Expression expression) {
    Expression bare = withoutEncodings(expression);
    return bare instanceof First first ? withoutForm(first.bytes()) : bare;
  }

  /** The text of this recipe; {@link #parse} reads the same recipe from it. */
  public String print() {
    return scheme.map(name -> name + "(" + expression.print() + ")").orElseGet(expression::print);
  }

  /** Whether the recipe has this value in it. */
  public boolean has(Source source) {
    return expression.nodes().anyMatch(node -> node == source);
  }

  /** The names of the peppers that it needs. */
  public Set<String> peppers() {
    Set<String> names = new TreeSet<>();
    expression
        .nodes()
        .forEach(
            node -> {
              if (node instanceof Pepper pepper) {
                names.add(pepper.name());
              }
            });
    return names;
  }

  /** Whether hashes are texts with a salt and a cost, instead of bytes. */
  public boolean makesTexts() {
    return scheme.isPresent() || expression instanceof BcryptOf;
  }

  /** The same for a recipe without the user's login. */
  public String encoded(String hash, String salt) throws BadRecipe {
    return encoded(hash, salt, "");
  }

  /**
   * The stored text of a hash, which the scheme {@code recipe} reads.
   *
   * @param hash as the system stores it: a text of the scheme, or the value in hex or base64, or in
   *     the encoding that the recipe ends with
   * @param salt as the system stores it; empty if the recipe has none
   * @param login the user's; only if the recipe has it
   * @throws BadRecipe if one of them does not fit the recipe
   */
  public String encoded(String hash, String salt, String login) throws BadRecipe {
    if (has(Source.SALT) == salt.isEmpty()) {
      throw new BadRecipe(
          HashPart.SALT,
          salt.isEmpty()
              ? "The recipe has a salt, and there is none."
              : "There is a salt, and the recipe does not have it.");
    }
    if (has(Source.LOGIN) && login.isEmpty()) {
      throw new BadRecipe(HashPart.LOGIN, "The recipe has the login, and there is none.");
    }
    HashText text = HashText.of(this, hash);
    String storedLogin = has(Source.LOGIN) ? login : "";
    String stored =
        StoredText.of(
            text.recipe(), SecretBytes.ofUtf8(salt), SecretBytes.ofUtf8(storedLogin), text.hash());
    if (RecipeHash.parse(stored, text.recipe(), Peppers.UNKNOWN).isEmpty()) {
      throw new BadRecipe(HashPart.SALT, "The salt or the login is too long, or can't be decoded.");
    }
    return stored;
  }
}
