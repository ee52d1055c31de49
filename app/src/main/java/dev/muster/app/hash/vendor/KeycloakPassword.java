package dev.muster.app.hash.vendor;

import dev.muster.app.hash.crypt.BcryptHash;
import dev.muster.app.hash.kdf.Argon2Cost;
import dev.muster.app.hash.kdf.Argon2Hash;
import dev.muster.app.hash.kdf.Pbkdf2Hash;
import dev.muster.app.hash.kdf.Prf;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keycloak's password credential: a JSON object with {@code credentialData} (algorithm and cost)
 * and {@code secretData} (salt and value). In exports and in the table {@code credential} these two
 * are texts that contain JSON. JSON objects are accepted too. Other members are ignored.
 *
 * <p>The algorithm is {@code pbkdf2}, which means SHA-1, {@code pbkdf2-sha256}, {@code
 * pbkdf2-sha512}, or {@code argon2}. The passes of Argon2 are the iterations, and its other
 * parameters are lists of one text each. With the plugin keycloak-bcrypt it is {@code bcrypt}, and
 * the value is a bcrypt hash.
 *
 * <p>{@link KeycloakCredential} finds such a credential in other JSON of Keycloak.
 *
 * <p>Source: Keycloak's {@code Pbkdf2PasswordHashProvider} and {@code Argon2PasswordHashProvider};
 * the plugin's {@code BCryptPasswordHashProvider}.
 */
final class KeycloakPassword {

  private static final Pattern BEGINNING = Pattern.compile("\\s*+\\{\\s*+\"");
  private static final Pattern NUMBER = Pattern.compile(Decimal.PATTERN);
  private static final Map<String, Prf> PRFS =
      Map.of(
          "pbkdf2", Prf.SHA1,
          "pbkdf2-sha1", Prf.SHA1,
          "pbkdf2-sha256", Prf.SHA256,
          "pbkdf2-sha512", Prf.SHA512);
  private static final Map<String, Integer> ARGON2_VERSIONS = Map.of("1.0", 16, "1.3", 19);

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "keycloak",
              KeycloakPassword::isOne,
              KeycloakPassword::parse,
              new About(
                  "Keycloak's password credential: PBKDF2 or Argon2",
                  """
                  {"credentialData":{"hashIterations":100,"algorithm":"pbkdf2-sha256",\
                  "additionalParameters":{}},\
                  "secretData":{"value":"4zw2pEyU3C+IJykgaR3CC3mvuVqG6csQl2YHnuPdsvU=",\
                  "salt":"7k07eque5M4AX+SiTwtnHA==","additionalParameters":{}}}\
                  """,
                  "correct horse battery staple",
                  "Keycloak",
                  "kc.sh export --dir DIR --users different_files; or SELECT username, secret_data"
                      + " AS password_hash, credential_data AS password_parameters FROM credential"
                      + " JOIN user_entity ON user_id = user_entity.id WHERE type = 'password',"
                      + " with the constant password_scheme: keycloak",
                  Advice.ADVISABLE)));

  private final Map<String, String> texts;

  private KeycloakPassword(Map<String, String> texts) {
    this.texts = texts;
  }

  /** Whether a text is JSON of Keycloak about a password, with its salt and its cost. */
  static boolean isOne(String text) {
    return BEGINNING.matcher(text).lookingAt()
        && (text.contains("\"secretData\"")
            || text.contains("\"hashedSaltedValue\"")
            || text.contains("\"hashIterations\""));
  }

  private static Optional<ParsedHash> parse(String text) {
    return CredentialJson.texts(text).flatMap(texts -> new KeycloakPassword(texts).hash());
  }

  private Optional<ParsedHash> hash() {
    String algorithm = text("/credentialData/algorithm");
    Prf prf = PRFS.get(algorithm);
    if (prf != null) {
      return pbkdf2(prf);
    }
    return algorithm.equals("bcrypt")
        ? BcryptHash.parse(text("/secretData/value")).map(ParsedHash.class::cast)
        : argon2();
  }

  private Optional<ParsedHash> pbkdf2(Prf prf) {
    return iterations()
        .flatMap(
            iterations ->
                salt().flatMap(salt -> value().map(v -> new Pbkdf2Hash(prf, iterations, salt, v))));
  }

  private Optional<ParsedHash> argon2() {
    Integer version = ARGON2_VERSIONS.get(parameter("version"));
    Optional<Integer> variant = Argon2Hash.variant(parameter("type"));
    Optional<Long> memoryKib = number(parameter("memory"));
    Optional<Long> passes = iterations();
    Optional<Long> lanes = number(parameter("parallelism"));
    Optional<SecretBytes> salt = salt();
    Optional<SecretBytes> value = value();
    return text("/credentialData/algorithm").equals("argon2")
            && version != null
            && variant.isPresent()
            && memoryKib.isPresent()
            && passes.isPresent()
            && lanes.isPresent()
            && salt.isPresent()
            && value.isPresent()
        ? Argon2Hash.of(
                new Argon2Cost(variant.get(), version, memoryKib.get(), passes.get(), lanes.get()),
                salt.get(),
                value.get())
            .map(ParsedHash.class::cast)
        : Optional.empty();
  }

  private Optional<Long> iterations() {
    return number(text("/credentialData/hashIterations"));
  }

  private Optional<SecretBytes> salt() {
    return SecretBytes.ofAnyBase64(text("/secretData/salt"));
  }

  private Optional<SecretBytes> value() {
    return SecretBytes.ofAnyBase64(text("/secretData/value"));
  }

  private String parameter(String name) {
    return text("/credentialData/additionalParameters/" + name + "/0");
  }

  private String text(String path) {
    return texts.getOrDefault(path, "");
  }

  private static Optional<Long> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(Decimal.parse(text)) : Optional.empty();
  }
}
