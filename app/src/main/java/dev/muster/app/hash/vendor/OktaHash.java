package dev.muster.app.hash.vendor;

import dev.muster.app.hash.crypt.BcryptHash;
import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.Iteration;
import dev.muster.app.hash.digest.PasswordForm;
import dev.muster.app.hash.digest.SaltedDigest;
import dev.muster.app.hash.kdf.DerivedKey;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A password hash as Okta imports it, {@code credentials.password.hash}, stored as its JSON:
 *
 * <ul>
 *   <li>{@code {"algorithm":"SHA-256","salt":"…","saltOrder":"PREFIX","value":"…"}}, salt and value
 *       in base64, the salt before the password or, with {@code POSTFIX}, after it; MD5, SHA-1,
 *       SHA-256 or SHA-512, with or without a salt;
 *   <li>{@code {"algorithm":"BCRYPT","workFactor":10,"salt":"…","value":"…"}}, in bcrypt's own
 *       base64, 22 and 31 characters;
 *   <li>{@code {"algorithm":"PBKDF2","digestAlgorithm":"SHA256_HMAC","iterationCount":4096,
 *       "keySize":32,"salt":"…","value":"…"}}, salt and value in base64, also with SHA512_HMAC.
 * </ul>
 *
 * <p>Other members are ignored. A member that occurs twice is an error.
 *
 * <p>Source: Okta's documentation of the Users API, "Password Hash object".
 */
final class OktaHash {

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "okta",
              OktaHash::isRecognised,
              OktaHash::parse,
              new About(
                  "a hash as Okta imports it",
                  "{\"algorithm\":\"SHA-256\",\"value\":\"xLvLH77JnWW/WdhcjLYu4"
                      + "tuWPw/hBvSD2a+nO9Tjmoo=\"}",
                  "correct horse battery staple",
                  "files made for Okta's Users API",
                  "the member credentials.password.hash, as it is; Okta exports no hashes itself",
                  Advice.LEGACY)));

  private static final JsonFactory JSON = new JsonFactory();

  /** In Auth0's custom_password_hash, the hash is an object. */
  private static final Pattern AUTH0 = Pattern.compile("\"hash\"\\s*:\\s*\\{");

  private static final String ALGORITHM = "algorithm";
  private static final SecretBytes NOTHING = SecretBytes.ofUtf8("");

  private OktaHash() {}

  /** The objects of Keycloak and Auth0 have an algorithm and a value as well. */
  private static boolean isRecognised(String text) {
    return text.startsWith("{")
        && text.substring(1).stripLeading().startsWith("\"")
        && text.contains("\"algorithm\"")
        && text.contains("\"value\"")
        && !text.contains("credentialData")
        && !KeycloakPassword.isOne(text)
        && !AUTH0.matcher(text).find();
  }

  static Optional<ParsedHash> parse(String text) {
    Optional<Map<String, String>> members = members(text);
    if (members.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> hash = members.get();
    return switch (hash.getOrDefault(ALGORITHM, "")) {
      case "BCRYPT" -> bcrypt(hash);
      case "PBKDF2" -> pbkdf2(hash);
      case "MD5" -> digest(Digest.MD5, hash);
      case "SHA-1" -> digest(Digest.SHA1, hash);
      case "SHA-256" -> digest(Digest.SHA256, hash);
      case "SHA-512" -> digest(Digest.SHA512, hash);
      default -> Optional.empty();
    };
  }

  private static Optional<Map<String, String>> members(String text) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      Map<String, String> members = new HashMap<>();
      boolean wellFormed = json.nextToken() == JsonToken.START_OBJECT;
      while (wellFormed && json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        wellFormed =
            json.nextToken().isScalarValue() && members.put(name, json.getString()) == null;
      }
      return wellFormed && json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null
          ? Optional.of(members)
          : Optional.empty();
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private static Optional<ParsedHash> bcrypt(Map<String, String> hash) {
    String cost = hash.getOrDefault("workFactor", "");
    String text =
        "$2a$"
            + (cost.length() == 1 ? "0" + cost : cost)
            + "$"
            + hash.getOrDefault("salt", "")
            + hash.getOrDefault("value", "");
    return BcryptHash.parse(text).map(ParsedHash.class::cast);
  }

  private static Optional<ParsedHash> digest(Digest digest, Map<String, String> hash) {
    Optional<SecretBytes> salt = SecretBytes.ofBase64(hash.getOrDefault("salt", ""));
    Optional<SecretBytes> value =
        SecretBytes.ofBase64(hash.getOrDefault("value", ""))
            .filter(bytes -> bytes.length() == digest.length());
    if (salt.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    return switch (hash.getOrDefault("saltOrder", salt.get().length() == 0 ? "PREFIX" : "")) {
      case "PREFIX" -> Optional.of(salted(digest, salt.get(), NOTHING, value.get()));
      case "POSTFIX" -> Optional.of(salted(digest, NOTHING, salt.get(), value.get()));
      default -> Optional.empty();
    };
  }

  private static ParsedHash salted(
      Digest digest, SecretBytes before, SecretBytes after, SecretBytes value) {
    return new SaltedDigest(digest, PasswordForm.PLAIN, 1, Iteration.BYTES, before, after, value);
  }

  private static Optional<ParsedHash> pbkdf2(Map<String, String> hash) {
    Optional<Digest> digest =
        switch (hash.getOrDefault("digestAlgorithm", "")) {
          case "SHA256_HMAC" -> Optional.of(Digest.SHA256);
          case "SHA512_HMAC" -> Optional.of(Digest.SHA512);
          default -> Optional.empty();
        };
    String iterations = hash.getOrDefault("iterationCount", "");
    Optional<SecretBytes> salt = SecretBytes.ofBase64(hash.getOrDefault("salt", ""));
    Optional<SecretBytes> value =
        SecretBytes.ofBase64(hash.getOrDefault("value", ""))
            .filter(key -> hash.getOrDefault("keySize", "").equals("" + key.length()));
    return digest.isEmpty() || salt.isEmpty() || !Decimal.isOne(iterations)
        ? Optional.empty()
        : value.map(
            key -> new DerivedKey(digest.get(), salt.get(), Decimal.parse(iterations), key));
  }
}
