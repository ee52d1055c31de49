package dev.muster.app.hash.recipe;

import dev.muster.app.hash.crypt.BcryptHash;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import java.util.List;
import java.util.Optional;

/**
 * A hash, and the recipe by which it was made.
 *
 * @param login empty unless the recipe has it
 * @param hash the value of the recipe; for a scheme or bcrypt, the text
 */
record RecipeHash(
    Recipe recipe, SecretBytes salt, SecretBytes login, SecretBytes hash, Peppers peppers)
    implements ParsedHash {

  private static final System.Logger LOG = System.getLogger(RecipeHash.class.getName());

  private static final int GIVEN_LENGTH_MAX = 4096;
  private static final int PASSWORD_LENGTH_MAX = 4096;

  /**
   * How much more a long password may cost than a usual one, and how much any may cost, as a part
   * of what one hash may cost.
   */
  private static final double GROWTH_MAX = 8;

  private static final double ALWAYS_FINE = 0.1;

  /** How much may be computed for the password of a scheme whose own cost is not added. */
  private static final double INSIDE_SCHEME_MAX = 0.125;

  /** Empty if the fields do not fit the recipe. */
  static Optional<RecipeHash> parse(String stored, Recipe recipe, Peppers peppers) {
    return StoredText.parse(stored)
        .map(text -> new RecipeHash(recipe, text.salt(), text.login(), text.hash(), peppers))
        .filter(RecipeHash::isSound);
  }

  /** Why the fields do not fit their recipe, or can't be used; empty if they do. */
  static Optional<String> flaw(StoredText text, Peppers peppers) {
    Recipe recipe;
    try {
      recipe = Recipe.parse(text.recipe());
    } catch (BadRecipe e) {
      return Optional.of("the recipe can't be read. " + e.message());
    }
    if (!recipe.print().equals(text.recipe())) {
      return Optional.of("the recipe is not in the one form in which Muster stores it");
    }
    return new RecipeHash(recipe, text.salt(), text.login(), text.hash(), peppers).flaw();
  }

  private Optional<String> flaw() {
    for (Source source : List.of(Source.SALT, Source.LOGIN)) {
      SecretBytes given = source == Source.SALT ? salt : login;
      String name = source == Source.SALT ? "salt" : "login";
      if (!fits(source, given)) {
        return Optional.of(
            recipe.has(source) != given.length() > 0
                ? recipe.has(source)
                    ? "the recipe has a " + name + ", and there is none"
                    : "there is a " + name + ", and the recipe does not have it"
                : "the " + name + " is too long");
      }
    }
    if (!isDecodable()) {
      return Optional.of("the salt or the login can't be decoded as the recipe says");
    }
    if (isPossible()) {
      return Optional.empty();
    }
    return Optional.of(
        recipe.makesTexts()
            ? "its hash is not a text that the recipe makes"
            : "its hash has "
                + hash.length()
                + " bytes, and the recipe makes "
                + recipe.expression().length().orElse(0));
  }

  private boolean isSound() {
    return fits(Source.SALT, salt) && fits(Source.LOGIN, login) && isDecodable() && isPossible();
  }

  private boolean fits(Source source, SecretBytes given) {
    return recipe.has(source) == (given.length() > 0) && given.length() <= GIVEN_LENGTH_MAX;
  }

  private boolean isDecodable() {
    Inputs given = inputs(new byte[0]);
    return recipe
        .expression()
        .nodes()
        .allMatch(node -> !(node instanceof Decoded decoded) || decoded.decode(given).isPresent());
  }

  /** Whether the recipe can make such a hash. */
  private boolean isPossible() {
    if (recipe.scheme().isPresent()) {
      HashReading reading = outer(CostBounds.DEFAULTS).readAs(hash.toUtf8());
      return reading instanceof HashReading.Accepted accepted
          ? accepted.hash().encoded().equals(hash.toUtf8())
          : reading instanceof HashReading.OutOfBounds;
    }
    return recipe.makesTexts()
        ? storedBcrypt().filter(bcrypt -> bcrypt.text().equals(hash.toUtf8())).isPresent()
        : recipe.expression().length().orElse(-1) == hash.length();
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return recipe
        .expression()
        .nodes()
        .flatMap(node -> node.outside(bounds).stream())
        .findFirst()
        .or(() -> storedBcrypt().flatMap(bcrypt -> bcrypt.outside(bounds)))
        .or(() -> outsideScheme(bounds))
        .or(() -> tooMuchTogether(bounds));
  }

  private Optional<String> outsideScheme(CostBounds bounds) {
    return recipe.scheme().isPresent()
            && outer(bounds).readAs(hash.toUtf8()) instanceof HashReading.OutOfBounds costly
        ? Optional.of(costly.message())
        : Optional.empty();
  }

  private Optional<String> tooMuchTogether(CostBounds bounds) {
    return recipe.expression().work(bounds, sizes()) > greatestWork()
        ? Optional.of("all steps of a recipe together must cost no more than one hash may")
        : Optional.empty();
  }

  private double greatestWork() {
    return recipe.scheme().isPresent() ? INSIDE_SCHEME_MAX : 1;
  }

  private Sizes sizes() {
    return new Sizes(
        Sizes.PASSWORD,
        salt.length(),
        login.length(),
        0,
        storedBcrypt().map(BcryptHash::cost).orElse(0));
  }

  @Override
  public int saltLength() {
    return recipe.scheme().isPresent()
        ? salt.length() + outer(CostBounds.DEFAULTS).saltLength(outerHash())
        : salt.length() + storedBcrypt().map(BcryptHash::saltLength).orElse(0);
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    Optional<String> missing = peppers.missing(recipe);
    if (missing.isPresent()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "a password can''t be verified. {0}",
          new HashReading.MissingPepper(missing.get()).message());
      return false;
    }
    if (isTooLong(passwordUtf8)) {
      return false;
    }
    Inputs inputs = inputs(passwordUtf8);
    byte[] value = recipe.expression().value(inputs);
    return recipe
        .scheme()
        .map(
            scheme ->
                !Truncation.hidesPassword(scheme, recipe.expression(), value, inputs)
                    && outer(CostBounds.DEFAULTS).verify(outerHash(), value))
        .orElseGet(() -> hash.sameAs(value));
  }

  /** Whether a password is so long that it would cost much more than others. */
  boolean isTooLong(byte[] password) {
    double usual = recipe.expression().work(CostBounds.DEFAULTS, sizes());
    double actual = work(password.length);
    double growth = Math.min(GROWTH_MAX * usual, greatestWork());
    return password.length > PASSWORD_LENGTH_MAX || actual > Math.max(ALWAYS_FINE, growth);
  }

  /** What is computed for a password of so many bytes. */
  double work(int passwordLength) {
    return recipe
        .expression()
        .work(CostBounds.DEFAULTS, sizes().withPassword(Math.max(1, passwordLength)));
  }

  private Inputs inputs(byte[] password) {
    return new Inputs(
        password, salt.toBytes(), login.toBytes(), peppers, storedBcrypt(), new byte[0]);
  }

  private Optional<BcryptHash> storedBcrypt() {
    return recipe.scheme().isEmpty() && recipe.makesTexts()
        ? BcryptHash.parse(hash.toUtf8())
        : Optional.empty();
  }

  private HashScheme outer(CostBounds bounds) {
    return known().within().apply(bounds);
  }

  private EncodedHash outerHash() {
    return new EncodedHash(known().name(), hash.toUtf8());
  }

  private KnownScheme known() {
    return recipe.scheme().flatMap(WrappedSchemes::named).orElseThrow();
  }
}
