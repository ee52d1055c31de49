package dev.muster.app.hash;

import dev.muster.app.hash.recipe.BadRecipe;
import dev.muster.app.hash.recipe.ParsedRecipes;
import dev.muster.app.hash.recipe.Recipe;
import dev.muster.app.hash.recipe.RecipeScheme;
import dev.muster.app.hash.recipe.Source;
import dev.muster.password.HashPart;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Reads hashes in RestAuth's import format. The algorithm {@code django} has Django's encodings.
 * All others have their original format, under passlib's names. A name that passlib does not have
 * may be that of a scheme of Muster, and with parentheses in it, it is a {@link Recipe}.
 *
 * <p>Source: RestAuth's documentation, "Import format"; passlib's documentation of its handlers.
 */
public final class RestAuthHashes implements BiFunction<String, String, HashReading> {

  private static final String DJANGO = "django";
  private static final HashReading UNKNOWN_TO_DJANGO =
      new HashReading.Malformed("it has no form that Django or RestAuth stores");

  private final HashSchemes schemes;
  private final HashSchemes django;
  private final BiFunction<String, Collection<String>, Optional<String>> nearest;
  private final Map<String, Original> originals = new HashMap<>();
  private final ParsedRecipes recipes = new ParsedRecipes();

  /**
   * A reader.
   *
   * @param schemes all schemes
   * @param django Django's encodings
   * @param nearest the one of many known names that is most similar to an unknown one
   */
  public RestAuthHashes(
      HashSchemes schemes,
      HashSchemes django,
      BiFunction<String, Collection<String>, Optional<String>> nearest) {
    this.schemes = schemes;
    this.django = django;
    this.nearest = nearest;
    crypt();
    derived();
    ldap();
    databases();
  }

  /** {@link HashReading.NotMine} for an algorithm that is not supported. */
  @Override
  public HashReading apply(String algorithm, String hash) {
    if (algorithm.equals(DJANGO)) {
      HashReading reading = django.read(hash);
      HashReading known = isSettled(reading) ? reading : either(reading, stored(hash));
      return known instanceof HashReading.NotMine ? UNKNOWN_TO_DJANGO : known;
    }
    if (algorithm.indexOf('(') > 0) {
      return composed(algorithm, hash);
    }
    Original original = originals.get(algorithm);
    HashReading reading =
        original == null ? as(schemes, algorithm, hash) : original.read(schemes, hash);
    if (reading instanceof HashReading.NotMine) {
      return meant(algorithm).<HashReading>map(HashReading.Malformed::new).orElse(reading);
    }
    return reading instanceof HashReading.Malformed bad ? elsewhere(bad, hash) : reading;
  }

  /**
   * What an unknown algorithm may be a slip for; empty if it is like none. Other digits make
   * another algorithm: {@code drupal6} is not {@code drupal7}, but {@code sha265_crypt} is a slip.
   */
  private Optional<String> meant(String algorithm) {
    List<String> known =
        Stream.of(List.of(DJANGO), originals.keySet(), schemes.names())
            .flatMap(Collection::stream)
            .toList();
    return nearest
        .apply(algorithm, known)
        .filter(near -> Arrays.equals(digits(near), digits(algorithm)))
        .map(near -> "there is no such algorithm; did you mean \"" + near + "\"?");
  }

  /** The digits of a name, sorted. */
  private static int[] digits(String name) {
    return name.chars().filter(c -> c >= '0' && c <= '9').sorted().toArray();
  }

  /** The same reading, or if the text is a sound hash of another algorithm, that it is. */
  private HashReading elsewhere(HashReading.Malformed reading, String hash) {
    return schemes
        .nameOf(hash)
        .filter(name -> as(schemes, name, hash) instanceof HashReading.Accepted)
        .<HashReading>map(
            name ->
                new HashReading.Malformed(
                    "it is a hash of the form " + name + ": write \"algorithm\": \"" + name + "\""))
        .orElse(reading);
  }

  /**
   * Reads a hash that was made by a recipe. If the recipe has a salt, the text is {@code
   * SALT$HASH}. A hash of bcrypt or another scheme may have dollar signs, so its salt has none; any
   * other hash has none, so its salt may have some.
   */
  private HashReading composed(String text, String hash) {
    try {
      Recipe recipe = recipes.of(text);
      if (!recipe.has(Source.SALT)) {
        return as(schemes, RecipeScheme.NAME, recipe.encoded(hash, ""));
      }
      int end = recipe.makesTexts() ? hash.indexOf('$') : hash.lastIndexOf('$');
      return end < 0
          ? new HashReading.Malformed("the recipe has a salt: write SALT$HASH")
          : as(
              schemes,
              RecipeScheme.NAME,
              recipe.encoded(hash.substring(end + 1), hash.substring(0, end)));
    } catch (BadRecipe e) {
      return new HashReading.Malformed(
          e.part() == HashPart.RECIPE
              ? "\"algorithm\" is not a sound recipe. " + e.message(nearest)
              : e.message());
    }
  }

  /**
   * Reads a value of RestAuth's own table: a hash of Django, or passlib's name and {@code $} before
   * the original format. If that begins with {@code $} itself, only one is written.
   */
  private HashReading stored(String hash) {
    HashReading reading = schemes.read(hash);
    reading = isSettled(reading) ? reading : either(schemes.read("$" + hash), reading);
    int end = hash.indexOf('$');
    Original original = end < 0 ? null : originals.get(hash.substring(0, end));
    return isSettled(reading) || original == null
        ? reading
        : either(original.read(schemes, hash.substring(end + 1)), reading);
  }

  /** The settled one of two readings, or else the one with a message. */
  private static HashReading either(HashReading first, HashReading second) {
    return !isSettled(first) && (isSettled(second) || first instanceof HashReading.NotMine)
        ? second
        : first;
  }

  /** Whether the text needs not be read in another way. */
  private static boolean isSettled(HashReading reading) {
    return !(reading instanceof HashReading.NotMine || reading instanceof HashReading.Malformed);
  }

  private void crypt() {
    take("des_crypt", "des-crypt");
    take("bsdi_crypt", "bsdi-crypt");
    take("bigcrypt", "bigcrypt");
    take("crypt16", "crypt16");
    take("md5_crypt", "md5-crypt");
    take("apr_md5_crypt", "apr1-md5-crypt");
    take("sha1_crypt", "sha1-crypt");
    take("sun_md5_crypt", "sun-md5-crypt");
    take("sha256_crypt", "sha256-crypt");
    take("sha512_crypt", "sha512-crypt");
    take("bcrypt", "bcrypt");
    take("phpass", "phpass");
    take("drupal7", "drupal7");
    take("sha512", "restauth-sha512", hash -> prefixed("sha512$", hash));
    take("mediawiki", "mediawiki");
  }

  private void derived() {
    take("bcrypt_sha256", "passlib-bcrypt-sha256", "django-bcrypt-sha256");
    take("pbkdf2_sha1", "passlib-pbkdf2-sha1", "django-pbkdf2-sha1");
    take("pbkdf2_sha256", "passlib-pbkdf2-sha256", "django-pbkdf2-sha256");
    take("pbkdf2_sha512", "passlib-pbkdf2-sha512");
    take("scram", "passlib-scram");
    take("scrypt", "scrypt-phc", "scrypt-crypt", "django-scrypt");
    for (String variant : new String[] {"argon2", "argon2i", "argon2d", "argon2id"}) {
      take(variant, "argon2", "django-argon2");
    }
    take("cta_pbkdf2_sha1", "cta-pbkdf2-sha1");
    take("dlitz_pbkdf2_sha1", "dlitz-pbkdf2-sha1");
    take("atlassian_pbkdf2_sha1", "atlassian-pbkdf2");
    take("grub_pbkdf2_sha512", "grub-pbkdf2-sha512");
    take("fshp", "fshp");
  }

  private void ldap() {
    take("ldap_md5", "ldap-md5");
    take("ldap_hex_md5", "ldap-md5");
    take("ldap_sha1", "ldap-sha");
    take("ldap_hex_sha1", "ldap-sha");
    take("ldap_salted_md5", "ldap-smd5");
    take("ldap_salted_sha1", "ldap-ssha");
    take("ldap_salted_sha256", "ldap-ssha256");
    take("ldap_salted_sha512", "ldap-ssha512");
    for (String inner : new String[] {"des", "bsdi", "md5", "sha1", "sha256", "sha512"}) {
      take("ldap_" + inner + "_crypt", "ldap-crypt");
    }
    take("ldap_bcrypt", "ldap-crypt");
    take("ldap_pbkdf2_sha1", "ldap-pbkdf2");
    take("ldap_pbkdf2_sha256", "ldap-pbkdf2");
    take("ldap_pbkdf2_sha512", "ldap-pbkdf2");
  }

  private void databases() {
    take("mssql2000", "mssql2000");
    take("mssql2005", "mssql2005");
    take("mysql323", "mysql323");
    take("mysql41", "mysql41");
    take("oracle11", "oracle11");
    take("lmhash", "lm");
    take("nthash", "nt");
    take("bsd_nthash", "nt");
    take("cisco_pix", "cisco-pix");
    take("cisco_type7", "cisco-type7");
    take("hex_md4", "hex-md4");
    take("hex_md5", "django-unsalted-md5");
    take("hex_sha1", "hex-sha1");
    take("hex_sha256", "hex-sha256");
    take("hex_sha512", "hex-sha512");
    take("postgres_md5", "postgres-md5");
    take("oracle10", "oracle10");
    take("msdcc", "msdcc");
    take("msdcc2", "msdcc2");
  }

  private void take(String algorithm, String scheme) {
    take(algorithm, scheme, UnaryOperator.identity());
  }

  private void take(String algorithm, String scheme, UnaryOperator<String> conversion) {
    originals.put(algorithm, (known, hash) -> as(known, scheme, conversion.apply(hash)));
  }

  /** Tries other schemes too. Texts of Django's may begin with {@code $} as passlib's do. */
  private void take(String algorithm, String scheme, String... others) {
    originals.put(
        algorithm,
        (known, hash) -> {
          HashReading reading = as(known, scheme, hash);
          for (String other : others) {
            reading = isSettled(reading) ? reading : read(known, other, hash, reading);
            reading =
                isSettled(reading)
                    ? reading
                    : either(reading, as(known, other, withoutDollar(hash)));
          }
          return reading;
        });
  }

  /**
   * Reads a text that an earlier scheme did not accept. If this scheme recognises it, but it is
   * damaged, the message is this scheme's.
   */
  private static HashReading read(
      HashSchemes schemes, String scheme, String hash, HashReading earlier) {
    HashReading reading = as(schemes, scheme, hash);
    boolean recognised =
        schemes
            .byName(scheme)
            .filter(known -> !(known.read(hash) instanceof HashReading.NotMine))
            .isPresent();
    return recognised ? reading : either(earlier, reading);
  }

  private static HashReading as(HashSchemes schemes, String scheme, String hash) {
    return schemes
        .byName(scheme)
        .map(known -> known.readAs(hash))
        .orElse(new HashReading.NotMine());
  }

  private static String prefixed(String prefix, String hash) {
    return hash.startsWith(prefix) ? hash : prefix + hash;
  }

  private static String withoutDollar(String hash) {
    return hash.startsWith("$") ? hash.substring(1) : hash;
  }

  /** Reads the hashes of one algorithm. */
  private interface Original {
    HashReading read(HashSchemes schemes, String hash);
  }
}
