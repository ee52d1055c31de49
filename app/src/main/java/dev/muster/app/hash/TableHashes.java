package dev.muster.app.hash;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.recipe.BadRecipe;
import dev.muster.app.hash.recipe.Peppers;
import dev.muster.app.hash.recipe.RecipeScheme;
import dev.muster.app.hash.spelling.SpringEncoders;
import dev.muster.app.hash.vendor.WerkzeugHmac;
import dev.muster.password.AmbiguousForms;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashDoubt;
import dev.muster.password.HashPart;
import dev.muster.password.HashParts;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import dev.muster.password.HashSchemes;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Reads the hashes of tables. A text that Django knows is Django's; otherwise it may be of any
 * scheme that recognises it. A scheme that is named reads the text as its own, or puts it together
 * from its parts.
 */
public final class TableHashes implements HashParts.Reader {

  private static final String CLEARTEXT =
      "a table takes hashes only: import such users from a RestAuth document, whose plain passwords"
          + " are hashed, or without a password, with send-email in @registration";

  private final SharedSchemes schemes;
  private final BiFunction<String, Collection<String>, Optional<String>> nearest;
  private final Peppers peppers;
  private final HashSchemes django;

  /** A reader that knows no peppers and suggests no other name for an unknown scheme. */
  public TableHashes(CostBounds bounds) {
    this(new SharedSchemes(bounds, Peppers.UNKNOWN));
  }

  /** A reader that suggests no other name for an unknown scheme. */
  public TableHashes(SharedSchemes schemes) {
    this(schemes, (name, known) -> Optional.empty());
  }

  /**
   * A reader.
   *
   * @param schemes with the peppers that there are; recipes with others are refused
   * @param nearest the one of many known names that is most similar to an unknown one
   */
  public TableHashes(
      SharedSchemes schemes, BiFunction<String, Collection<String>, Optional<String>> nearest) {
    this.schemes = schemes;
    this.nearest = nearest;
    this.peppers = schemes.peppers();
    this.django = StandardSchemes.django(schemes.bounds());
  }

  @Override
  public HashReading read(String text) {
    HashReading reading = django.read(text);
    return reading instanceof HashReading.NotMine
        ? all().read(text).advisingOfCleartext(CLEARTEXT)
        : reading;
  }

  @Override
  public Optional<HashDoubt> doubt(String scheme, String text) {
    if (scheme.equals(SpringEncoders.PBKDF2)) {
      return doubtOfSpring(all().byName(scheme).orElseThrow().readAs(text), true);
    }
    if (!scheme.isEmpty()) {
      return scheme.equals("bcrypt") ? AmbiguousForms.named(scheme) : Optional.empty();
    }
    if (SpringEncoders.isPbkdf2(text)) {
      return doubtOfSpring(read(text), false);
    }
    if (WerkzeugHmac.isRecognised(text)) {
      return read(text) instanceof HashReading.Accepted read
          ? AmbiguousForms.assumed(read.hash().scheme())
          : Optional.empty();
    }
    return AmbiguousForms.ofText(text, django);
  }

  private static Optional<HashDoubt> doubtOfSpring(HashReading reading, boolean named) {
    return reading instanceof HashReading.Accepted read
        ? AmbiguousForms.ofSpring(read.hash(), named)
        : Optional.empty();
  }

  @Override
  public String explanation(String text) {
    return DamagedSpelling.words(text).orElseGet(() -> UnknownHash.of(text).advice());
  }

  @Override
  public Optional<String> missingPepper(String text) {
    if (RecipeScheme.recognises(text)) {
      return read(text) instanceof HashReading.MissingPepper missing
          ? Optional.of(missing.message())
          : Optional.empty();
    }
    try {
      return peppers
          .obstacle(HashAssembly.RECIPES.of(text))
          .map(HashReading.MissingPepper::message);
    } catch (BadRecipe e) {
      return Optional.empty(); // a problem of its row
    }
  }

  @Override
  public Optional<HashParts.Reading.Refused> fault(HashParts constants, Set<HashPart> columns) {
    try {
      checkConstants(constants, columns);
      return Optional.empty();
    } catch (BadPart e) {
      return Optional.of(new HashParts.Reading.Refused(e.part(), e.message()));
    }
  }

  private void checkConstants(HashParts given, Set<HashPart> columns) throws BadPart {
    String name = given.text(HashPart.SCHEME);
    if (name.isEmpty()) {
      if (!columns.contains(HashPart.SCHEME)) {
        forbidParts(given, TableHashes::withoutScheme);
      }
      new ConstantParts(given, columns).checkEach();
      return;
    }
    if (all().byName(name).isEmpty()) {
      throw new BadPart(HashPart.SCHEME, unknown(name));
    }
    Optional<HashAssembly> assembly = HashAssembly.of(name);
    if (assembly.isEmpty()) {
      forbidParts(given, column -> ofOneText(name) + column + " empty.");
      return;
    }
    ConstantParts constants = new ConstantParts(FirebaseParts.of(given), columns);
    constants.checkParameters(name, all());
    assembly.get().forbidOthers(name, constants.parts());
    constants.checkEach();
    constants.checkFor(name);
  }

  @Override
  public HashParts.Reading read(HashParts parts) {
    if (!parts.has(HashPart.HASH)) {
      return parts.has(HashPart.SALT)
          ? new HashParts.Reading.Refused(HashPart.HASH, "There is a salt, but no hash.")
          : new HashParts.Reading.NoPassword();
    }
    try {
      return parts.has(HashPart.SCHEME) ? readNamed(parts) : readUnnamed(parts);
    } catch (BadPart e) {
      return new HashParts.Reading.Refused(e.part(), e.message());
    }
  }

  private HashParts.Reading readUnnamed(HashParts parts) throws BadPart {
    if (parts.has(HashPart.RECIPE)) {
      throw new BadPart(
          HashPart.RECIPE, "password_recipe needs password_scheme recipe in the same row.");
    }
    String text = parts.text(HashPart.HASH);
    HashReading reading = read(text);
    UnknownHash shape = UnknownHash.of(text);
    if (reading instanceof HashReading.NotMine) {
      return new HashParts.Reading.Refused(
          HashPart.HASH,
          "Unknown hashing algorithm. "
              + (parts.has(HashPart.SALT) ? shape.adviceWithSalt() : explanation(text)));
    }
    if (parts.has(HashPart.SALT) && shape.isBareDigest()) {
      return new HashParts.Reading.Refused(
          HashPart.HASH, "There is a salt, and no scheme. " + shape.adviceWithSalt());
    }
    forbidSalt(parts);
    forbidParts(parts, TableHashes::withoutScheme);
    return verdict(reading);
  }

  private static String withoutScheme(String column) {
    return column + " needs password_scheme: name the scheme, or leave " + column + " empty.";
  }

  private static String ofOneText(String scheme) {
    return "The hashes of the scheme " + scheme + " are one text: leave ";
  }

  private HashParts.Reading readNamed(HashParts given) throws BadPart {
    String name = given.text(HashPart.SCHEME);
    HashScheme scheme = all().byName(name).orElse(null);
    if (scheme == null) {
      throw new BadPart(HashPart.SCHEME, unknown(name));
    }
    HashParts parts = FirebaseParts.of(given);
    String text = parts.text(HashPart.HASH);
    HashAssembly assembly = HashAssembly.of(name).orElse(null);
    HashReading asItIs = scheme.readAs(text);
    if (assembly == null || isWhole(scheme, text, asItIs) || isJoined(assembly, parts)) {
      UnknownHash shape = UnknownHash.of(text);
      if (parts.has(HashPart.SALT) && shape.isBareDigest()) {
        throw new BadPart(
            HashPart.SCHEME,
            "The scheme " + name + " has no salt, and there is one. " + shape.adviceWithSalt());
      }
      forbidSalt(parts);
      String start =
          assembly == null ? ofOneText(name) : "This hash has all its parts in its text: leave ";
      forbidParts(parts, column -> start + column + " empty.");
      return verdict(asItIs);
    }
    return verdict(scheme.readAs(assembly.textOf(name, parts)));
  }

  /** Whether a text has all parts of the hash, well-formed or not. */
  private static boolean isWhole(HashScheme scheme, String text, HashReading asItIs) {
    return !(asItIs instanceof HashReading.Malformed)
        || !(scheme.read(text) instanceof HashReading.NotMine);
  }

  /** Whether the salt must be in the text, which has signs that no bare hash has. */
  private static boolean isJoined(HashAssembly assembly, HashParts parts) {
    String text = parts.text(HashPart.HASH);
    return assembly.required().contains(HashPart.SALT)
        && !parts.has(HashPart.SALT)
        && (text.indexOf(':') >= 0 || text.indexOf('$') >= 0);
  }

  private static HashParts.Reading verdict(HashReading reading) {
    Function<EncodedHash, HashParts.Reading> accepted = HashParts.Reading.Accepted::new;
    return reading
        .advisingOfCleartext(CLEARTEXT)
        .fold(
            accepted,
            () -> new HashParts.Reading.Refused(HashPart.HASH, "Unknown hashing algorithm."),
            message -> new HashParts.Reading.Refused(HashPart.HASH, message));
  }

  private static void forbidSalt(HashParts parts) throws BadPart {
    if (parts.has(HashPart.SALT)) {
      throw new BadPart(
          HashPart.SALT, "The hash has its salt in its text: leave password_salt empty.");
    }
  }

  /**
   * Refuses all parts but the scheme and the hash.
   *
   * @param message about the name of a column
   */
  private static void forbidParts(HashParts parts, UnaryOperator<String> message) throws BadPart {
    for (HashPart part : parts.texts().keySet()) {
      if (part != HashPart.SCHEME && part != HashPart.HASH) {
        throw new BadPart(part, message.apply(part.columnName()));
      }
    }
  }

  private String unknown(String name) {
    if (HashPart.SCHEME.hides(name)) {
      return "This is not the name of a password scheme.";
    }
    if (Digest.named(name).isPresent()) {
      return "\""
          + name
          + "\" is a digest, not a password scheme: enter digest, and the digest in the column"
          + " password_digest.";
    }
    String meant =
        nearest
            .apply(name, SchemeMatch.schemes())
            .map(near -> "; did you mean " + near + "?")
            .orElse(".");
    return "There is no password scheme \"" + name + "\"" + meant;
  }

  private HashSchemes all() {
    return schemes.get();
  }
}
