package dev.muster.app.hash.recipe;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import java.util.Optional;
import java.util.Set;

/**
 * Hashes that say by a {@link Recipe} how they were made: {@code $recipe$SALT$LOGIN$HASH$RECIPE}.
 */
public final class RecipeScheme implements HashScheme {

  /** The scheme's name. */
  public static final String NAME = "recipe";

  /** The scheme without peppers. */
  public static final KnownScheme SCHEME =
      new KnownScheme(
          NAME,
          new About(
              "a hash composed of others, by a recipe",
              "$recipe$YWJjMTIzZGVm$$hspFG4T+YPdV+z6hAy5tJ1qp9EA$sha1(\"--\" + salt + \"--\" +"
                  + " password + \"--\")",
              "Tr0ub4dor&3",
              "Devise with a pepper, Rocket.Chat and Meteor, vBulletin 5, SMF, WoltLab, OpenCart,"
                  + " restful-authentication, ASP.NET Membership, whatever programmers composed"
                  + " themselves",
              "export hash and salt as they are, and write the recipe once, in a mapping",
              Advice.LEGACY),
          bounds -> new RecipeScheme(bounds, Peppers.UNKNOWN));

  private final CostBounds bounds;
  private final Peppers peppers;
  private final ParsedRecipes recipes = new ParsedRecipes();

  /**
   * The scheme.
   *
   * @param peppers those that recipes may name
   */
  public RecipeScheme(CostBounds bounds, Peppers peppers) {
    this.bounds = bounds;
    this.peppers = peppers;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Whether a text looks like a stored hash with its recipe. */
  public static boolean recognises(String text) {
    return text.startsWith(StoredText.PREFIX);
  }

  /** The names of the peppers that a stored hash needs; none if the text is not sound. */
  public static Set<String> peppers(String encoded) {
    return StoredText.parse(encoded)
        .flatMap(text -> new ParsedRecipes().printed(text.recipe()))
        .map(Recipe::peppers)
        .orElse(Set.of());
  }

  @Override
  public HashReading read(String encoded) {
    return recognises(encoded) ? readAs(encoded) : new HashReading.NotMine();
  }

  @Override
  public HashReading readAs(String encoded) {
    Optional<RecipeHash> parsed = parse(encoded);
    Optional<HashReading.MissingPepper> obstacle =
        parsed.flatMap(hash -> peppers.obstacle(hash.recipe()));
    return obstacle.isPresent()
        ? obstacle.get()
        : ParsedHash.reading(
            parsed,
            bounds,
            new EncodedHash(NAME, encoded),
            new HashReading.Malformed("not a sound recipe hash", () -> flaw(encoded)));
  }

  /** Why a text can't be parsed. */
  private Optional<String> flaw(String encoded) {
    Optional<StoredText> text = StoredText.parse(encoded);
    return text.isEmpty()
        ? Optional.of(
            "it must have SALT, LOGIN, HASH and the recipe, each after a $, the first three in"
                + " base64 without padding")
        : RecipeHash.flaw(text.get(), peppers);
  }

  private Optional<RecipeHash> parse(String encoded) {
    return StoredText.parse(encoded)
        .flatMap(text -> recipes.printed(text.recipe()))
        .flatMap(recipe -> RecipeHash.parse(encoded, recipe, peppers));
  }

  @Override
  public int saltLength(EncodedHash hash) {
    return ParsedHash.accepted(parse(hash.encoded()), hash).saltLength();
  }

  @Override
  public boolean verify(EncodedHash hash, byte[] passwordUtf8) {
    return ParsedHash.accepted(parse(hash.encoded()), hash).matches(passwordUtf8);
  }
}
