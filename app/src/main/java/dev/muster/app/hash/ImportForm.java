package dev.muster.app.hash;

import dev.muster.app.hash.digest.KeyedDigest;
import dev.muster.app.hash.digest.PasswordForm;
import dev.muster.app.hash.digest.SaltedDigest;
import dev.muster.app.hash.spelling.StandardSpellings;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedText;
import dev.muster.password.HashFields;
import dev.muster.password.HashPart;
import dev.muster.password.HashParts;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the records of one import format have a hash.
 *
 * @param format its name, such as {@code csv}
 * @param member the column or member that has the text; empty if the format does not take the hash
 * @param naming what else has to be written so that it is read as this scheme; may be empty
 */
public record ImportForm(String format, Optional<String> member, String naming) {

  private static final RestAuthHashes RESTAUTH =
      new RestAuthHashes(
          StandardSchemes.all(CostBounds.DEFAULTS), StandardSchemes.django(CostBounds.DEFAULTS));
  private static final TableHashes TABLES = new TableHashes(CostBounds.DEFAULTS);
  private static final HashSchemes BCRYPT = StandardSchemes.bcrypt(CostBounds.DEFAULTS);
  private static final Auth0Hashes AUTH0 = Auth0Hashes.within(CostBounds.DEFAULTS);
  private static final String CUSTOM = "custom_password_hash";

  /** Algorithms of Auth0 whose hash is a text with all parameters. */
  private static final Map<String, String> AUTH0_TEXTS =
      Map.of("bcrypt", "bcrypt", "argon2", "argon2");

  /** Digests without a salt, by the name of Auth0's algorithm. */
  private static final Map<String, String> AUTH0_DIGESTS =
      Map.of(
          "hex-md4", "md4",
          "django-unsalted-md5", "md5",
          "hex-sha1", "sha1",
          "hex-sha256", "sha256",
          "hex-sha512", "sha512");

  private static final Set<String> AUTH0_SALTED = Set.of("md4", "md5", "sha1", "sha256", "sha512");

  /**
   * What each format needs for a hash.
   *
   * @param text a hash that the scheme accepts
   */
  public static List<ImportForm> of(String scheme, String text) {
    return List.of(csv(scheme, text), restAuth(scheme, text), authgear(text), auth0(scheme, text));
  }

  /** In words, such as {@code password_hash, with password_scheme nt}; {@code no} if not taken. */
  public String words() {
    String with = naming.isEmpty() ? "" : ", with " + naming;
    return member.map(name -> name + with).orElse("no");
  }

  /** A line for terminals. */
  public String line() {
    return String.format(Locale.ROOT, "  %-10s%s", format, words());
  }

  private static ImportForm csv(String scheme, String text) {
    String column = HashPart.HASH.columnName();
    if (TABLES.read(text) instanceof HashReading.Accepted read
        && read.hash().scheme().equals(scheme)) {
      return new ImportForm("csv", Optional.of(column), "");
    }
    HashParts named = new HashParts(Map.of(HashPart.SCHEME, scheme, HashPart.HASH, text));
    return TABLES.read(named) instanceof HashParts.Reading.Accepted
        ? new ImportForm("csv", Optional.of(column), HashPart.SCHEME.columnName() + " " + scheme)
        : no("csv");
  }

  private static ImportForm restAuth(String scheme, String text) {
    return RESTAUTH.apply(scheme, text) instanceof HashReading.Accepted read
            && (read.hash().scheme().equals(scheme) || StandardSpellings.isName(scheme))
        ? new ImportForm("restauth", Optional.of("hash"), "algorithm " + scheme)
        : no("restauth");
  }

  private static ImportForm authgear(String text) {
    return BCRYPT.read(text) instanceof HashReading.Accepted
        ? new ImportForm("authgear", Optional.of("password_hash"), "type bcrypt")
        : no("authgear");
  }

  private static ImportForm auth0(String scheme, String text) {
    String algorithm = auth0Text(scheme);
    if (!algorithm.isEmpty()
        && AUTH0.read(fields(algorithm, text)) instanceof HashFields.Reading.Accepted) {
      return new ImportForm("auth0", Optional.of(CUSTOM), "algorithm " + algorithm);
    }
    String digest = AUTH0_DIGESTS.getOrDefault(scheme, auth0Fields(scheme, text));
    return digest.isEmpty()
        ? no("auth0")
        : new ImportForm("auth0", Optional.of(CUSTOM), "fields of algorithm " + digest);
  }

  /** The algorithm of Auth0 that reads the texts of a scheme; empty if none does. */
  private static String auth0Text(String scheme) {
    if (scheme.startsWith("pbkdf2-phc-")) {
      return "pbkdf2";
    }
    return scheme.startsWith("ldap-") ? "ldap" : AUTH0_TEXTS.getOrDefault(scheme, "");
  }

  /** The algorithm of Auth0 that has the parts of a hash as fields; empty if none has. */
  private static String auth0Fields(String scheme, String text) {
    return switch (scheme) {
      case "scrypt-plain" -> "scrypt";
      case "digest" ->
          SaltedDigest.parse(text)
              .filter(ImportForm::fitsAuth0)
              .map(hash -> hash.digest().wireName())
              .orElse("");
      case "hmac" ->
          KeyedDigest.parse(text)
              .filter(hash -> !hash.key().hasPassword() && isPlain(hash.form()))
              .map(hash -> "hmac")
              .orElse("");
      default -> "";
    };
  }

  private static boolean fitsAuth0(SaltedDigest hash) {
    return AUTH0_SALTED.contains(hash.digest().wireName())
        && isPlain(hash.form())
        && hash.rounds() == 1
        && (hash.before().length() == 0 || hash.after().length() == 0);
  }

  private static boolean isPlain(PasswordForm form) {
    return form.hexOf().isEmpty()
        && Set.of("utf8", "utf16le", "latin1").contains(form.letters().wireName());
  }

  private static HashFields fields(String algorithm, String text) {
    return new HashFields(
        algorithm, new EncodedText(text, "utf8"), null, null, null, false, "utf8", null);
  }

  private static ImportForm no(String format) {
    return new ImportForm(format, Optional.empty(), "");
  }
}
