package dev.muster.app.hash;

import static dev.muster.password.HashPart.BLOCK_SIZE;
import static dev.muster.password.HashPart.CHAIN;
import static dev.muster.password.HashPart.COST;
import static dev.muster.password.HashPart.DIGEST;
import static dev.muster.password.HashPart.ENCODING;
import static dev.muster.password.HashPart.HASH;
import static dev.muster.password.HashPart.HASH_ENCODING;
import static dev.muster.password.HashPart.INPUT;
import static dev.muster.password.HashPart.ITERATIONS;
import static dev.muster.password.HashPart.KEY;
import static dev.muster.password.HashPart.KEY_ENCODING;
import static dev.muster.password.HashPart.LOGIN;
import static dev.muster.password.HashPart.PARALLELIZATION;
import static dev.muster.password.HashPart.PARAMETERS;
import static dev.muster.password.HashPart.RECIPE;
import static dev.muster.password.HashPart.SALT;
import static dev.muster.password.HashPart.SALT_ENCODING;
import static dev.muster.password.HashPart.SALT_SEPARATOR;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.DigestInput;
import dev.muster.app.hash.digest.KeyedDigest;
import dev.muster.app.hash.digest.SaltedDigest;
import dev.muster.app.hash.kdf.Argon2Cost;
import dev.muster.app.hash.kdf.Argon2Hash;
import dev.muster.app.hash.kdf.PhcPbkdf2;
import dev.muster.app.hash.kdf.PlainPbkdf2;
import dev.muster.app.hash.kdf.PlainScrypt;
import dev.muster.app.hash.kdf.ScryptCost;
import dev.muster.app.hash.recipe.BadRecipe;
import dev.muster.app.hash.recipe.ParsedRecipes;
import dev.muster.app.hash.recipe.RecipeScheme;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.app.hash.vendor.FirebaseProject;
import dev.muster.password.HashPart;
import dev.muster.password.HashParts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the text of a hash is put together from parts that a source keeps in columns of their own.
 *
 * @param required the parts without which it can't be
 * @param optional further parts that it may have
 * @param form makes the text
 */
record HashAssembly(Set<HashPart> required, Set<HashPart> optional, Form form) {

  /** Makes the text of a hash. */
  interface Form {
    String textOf(PartTexts parts) throws BadPart;
  }

  /** The recipes of the tables that are being read. */
  static final ParsedRecipes RECIPES = new ParsedRecipes();

  private static final Map<String, HashAssembly> BY_SCHEME = bySchemes();

  HashAssembly {
    required = Set.copyOf(required);
    optional = Set.copyOf(optional);
  }

  /** The assembly of a scheme's hashes; empty if they are always one text. */
  static Optional<HashAssembly> of(String scheme) {
    return Optional.ofNullable(BY_SCHEME.get(scheme));
  }

  /** The schemes that have an assembly, with theirs. */
  static Map<String, HashAssembly> all() {
    return BY_SCHEME;
  }

  private static Map<String, HashAssembly> bySchemes() {
    Map<String, HashAssembly> all = new LinkedHashMap<>();
    all.put(
        "digest",
        new HashAssembly(
            Set.of(DIGEST),
            Set.of(
                SALT,
                SALT_ENCODING,
                KEY,
                KEY_ENCODING,
                INPUT,
                ENCODING,
                ITERATIONS,
                CHAIN,
                HASH_ENCODING),
            HashAssembly::digest));
    all.put(
        "hmac",
        new HashAssembly(
            Set.of(DIGEST),
            Set.of(KEY, KEY_ENCODING, SALT, SALT_ENCODING, INPUT, ENCODING, HASH_ENCODING),
            HashAssembly::hmac));
    Set<HashPart> encodings = Set.of(SALT_ENCODING, HASH_ENCODING);
    for (String digest : List.of("sha1", "sha256", "sha512")) {
      all.put(
          PhcPbkdf2.schemeName(digest),
          new HashAssembly(Set.of(SALT, ITERATIONS), encodings, parts -> pbkdf2Phc(digest, parts)));
    }
    all.put(
        PlainPbkdf2.NAME,
        new HashAssembly(
            Set.of(DIGEST, SALT, ITERATIONS),
            encodings,
            parts ->
                PlainPbkdf2.encode(
                    parts.digest(), parts.number(ITERATIONS), parts.salt("utf8"), parts.hash())));
    all.put(
        "scrypt-plain",
        new HashAssembly(
            Set.of(SALT, COST, BLOCK_SIZE, PARALLELIZATION), encodings, HashAssembly::scrypt));
    all.put(
        "argon2",
        new HashAssembly(
            Set.of(DIGEST, SALT, COST, ITERATIONS, PARALLELIZATION),
            encodings,
            HashAssembly::argon2));
    all.put(
        "firebase-scrypt",
        new HashAssembly(
            Set.of(SALT, KEY, COST, ITERATIONS),
            Set.of(SALT_ENCODING, KEY_ENCODING, HASH_ENCODING, SALT_SEPARATOR),
            HashAssembly::firebase));
    all.put(
        RecipeScheme.NAME,
        new HashAssembly(Set.of(RECIPE), Set.of(SALT, LOGIN), HashAssembly::recipe));
    all.put(
        "keycloak",
        new HashAssembly(
            Set.of(PARAMETERS),
            Set.of(),
            parts ->
                "{\"credentialData\":"
                    + parts.text(PARAMETERS)
                    + ",\"secretData\":"
                    + parts.text(HashPart.HASH)
                    + "}"));
    all.putAll(JoinedAssemblies.all());
    return Collections.unmodifiableMap(all);
  }

  /**
   * The text of a hash.
   *
   * @param scheme for messages
   */
  String textOf(String scheme, HashParts parts) throws BadPart {
    for (HashPart part : required) {
      if (!parts.has(part)) {
        throw new BadPart(part, "The scheme " + scheme + " needs " + part.columnName() + ".");
      }
    }
    forbidOthers(scheme, parts);
    return form.textOf(new PartTexts(parts));
  }

  /** Refuses parts that the scheme does not have. */
  void forbidOthers(String scheme, HashParts parts) throws BadPart {
    for (HashPart part : parts.texts().keySet()) {
      boolean known = part == HashPart.SCHEME || part == HashPart.HASH;
      if (!known && !required.contains(part) && !optional.contains(part)) {
        throw new BadPart(part, "The scheme " + scheme + " has no " + part.columnName() + ".");
      }
    }
  }

  private static String digest(PartTexts parts) throws BadPart {
    Digest digest = parts.digest();
    InputTemplate template = InputTemplate.of(parts);
    if (!template.input().hasPassword()) {
      throw new BadPart(INPUT, "The input must have {password}.");
    }
    long rounds = parts.has(ITERATIONS) ? Decimal.parse(parts.number(ITERATIONS)) : 1;
    return new SaltedDigest(
            digest,
            template.form(),
            rounds,
            parts.chain(),
            template.before(),
            template.after(),
            parts.hash(digest))
        .encoded();
  }

  private static String hmac(PartTexts parts) throws BadPart {
    Digest digest = parts.digest();
    InputTemplate template = InputTemplate.of(parts);
    boolean keyed = template.input().hasPassword();
    if (keyed != parts.has(KEY)) {
      throw new BadPart(
          keyed ? KEY : INPUT,
          keyed
              ? "The scheme hmac needs password_key, or an input without {password}: then the"
                  + " password is the key."
              : "There is a key, so the input must have {password}.");
    }
    SecretBytes nothing = SecretBytes.ofUtf8("");
    DigestInput key =
        keyed ? DigestInput.fixed(parts.key("utf8")) : DigestInput.around(nothing, nothing);
    return new KeyedDigest(digest, template.form(), key, template.input(), parts.hash(digest))
        .encoded();
  }

  private static String pbkdf2Phc(String digest, PartTexts parts) throws BadPart {
    return "$pbkdf2-"
        + digest
        + "$i="
        + parts.number(ITERATIONS)
        + "$"
        + parts.salt("utf8").toUnpaddedBase64()
        + "$"
        + parts.hash().toUnpaddedBase64();
  }

  private static String scrypt(PartTexts parts) throws BadPart {
    ScryptCost cost =
        new ScryptCost(value(parts, COST), value(parts, BLOCK_SIZE), value(parts, PARALLELIZATION));
    return PlainScrypt.encode(cost, parts.salt("utf8"), parts.hash());
  }

  private static String argon2(PartTexts parts) throws BadPart {
    Argon2Cost cost =
        Argon2Cost.of(
            parts.variant(),
            value(parts, COST),
            value(parts, ITERATIONS),
            value(parts, PARALLELIZATION));
    return new Argon2Hash(cost, parts.salt("utf8"), parts.hash()).encoded();
  }

  private static long value(PartTexts parts, HashPart part) throws BadPart {
    return Decimal.parse(parts.number(part));
  }

  private static String recipe(PartTexts parts) throws BadPart {
    try {
      return RECIPES
          .of(parts.text(RECIPE))
          .encoded(parts.text(HASH), parts.text(SALT), parts.text(LOGIN));
    } catch (BadRecipe e) {
      throw new BadPart(e.part(), e.message());
    }
  }

  /** As Firebase exports them: all in base64. */
  private static String firebase(PartTexts parts) throws BadPart {
    String memoryCost = parts.number(COST);
    String rounds = parts.number(ITERATIONS);
    String salt = parts.salt("base64").toBase64();
    String hash = parts.hash().toBase64();
    String key = parts.key("base64").toBase64();
    return new FirebaseProject(key, parts.text(SALT_SEPARATOR))
        .hash(memoryCost, rounds, salt, hash);
  }
}
