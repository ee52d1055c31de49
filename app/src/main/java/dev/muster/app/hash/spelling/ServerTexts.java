package dev.muster.app.hash.spelling;

import static dev.muster.app.hash.scheme.Advice.ADVISABLE;

import dev.muster.app.hash.kdf.PhcPbkdf2;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashSpellings.Respelled;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hashes of servers for data:
 *
 * <ul>
 *   <li>Elasticsearch: {@code {PBKDF2}10000$SALT$KEY}, SHA-512, in padded base64, the key of 32
 *       bytes; {@code {PBKDF2_STRETCH}} the same of the password's SHA-512 in hex;
 *   <li>Kafka: {@code salt=…,stored_key=…,server_key=…,iterations=8192} in any order, the keys of
 *       SCRAM-SHA-256 or SCRAM-SHA-512.
 * </ul>
 *
 * <p>Sources: Elasticsearch's {@code Hasher}; Kafka's {@code ScramCredentialUtils}.
 */
final class ServerTexts {

  private static final int ELASTIC_KEY_LENGTH = 32;
  private static final Pattern ELASTIC =
      Pattern.compile("(" + Decimal.PATTERN + ")\\$([^$]+)\\$([^$]+)");
  private static final Pattern KAFKA =
      Pattern.compile("[a-z_]+=[^,]+,[a-z_]+=[^,]+,[a-z_]+=[^,]+,[a-z_]+=[^,]+");

  /** By the length of the keys. */
  private static final Map<Integer, String> SCRAM_SCHEMES =
      Map.of(32, "scram-postgres", 64, "scram-sha512");

  static final List<KnownSpelling> SPELLINGS =
      List.of(
          KnownSpelling.tagged(
              "elasticsearch",
              Map.of(
                  "PBKDF2", ServerTexts::elastic,
                  "PBKDF2_STRETCH", ServerTexts::stretched),
              About.of(
                  "Elasticsearch: PBKDF2",
                  "{PBKDF2}1000$AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=$1SdlHd4uwbLghy7J"
                      + "LG51Ew9T0ZA6n18dHLzZlWfnc7A=",
                  "Elasticsearch and Kibana, users of the native and the file realm, if"
                      + " xpack.security.authc.password_hashing.algorithm is not bcrypt",
                  "the file users, what follows the colon; or the index .security-7, its member"
                      + " password",
                  ADVISABLE)),
          new KnownSpelling(
              "kafka",
              About.of(
                  "Kafka: SCRAM keys",
                  "salt=AAECAwQFBgcICQoLDA0ODw==,stored_key=ONYbSJBXtKl6bP6PVqw8pm9e7EiacprLn"
                      + "oUQPFS80Hw=,server_key=IPOtHuGJ2HifEQg74W2XXqqCrCyQG55GbPRHa6g6n9w=,"
                      + "iterations=4096",
                  "Apache Kafka with ZooKeeper",
                  "the node /config/users/NAME of ZooKeeper, what follows SCRAM-SHA-256 or"
                      + " SCRAM-SHA-512",
                  ADVISABLE),
              "si",
              ServerTexts::kafka));

  private ServerTexts() {}

  private static Optional<Respelled> elastic(String untagged) {
    Matcher form = ELASTIC.matcher(untagged);
    return form.matches()
        ? salt(form)
            .flatMap(
                salt ->
                    key(form).map(key -> PhcPbkdf2.respelled("sha512", form.group(1), salt, key)))
        : Optional.empty();
  }

  private static Optional<Respelled> stretched(String untagged) {
    Matcher form = ELASTIC.matcher(untagged);
    return form.matches()
        ? salt(form)
            .flatMap(
                salt ->
                    key(form)
                        .map(
                            key ->
                                Respelled.of(
                                    "recipe",
                                    "$recipe$"
                                        + salt.toUnpaddedBase64()
                                        + "$$"
                                        + key.toUnpaddedBase64()
                                        + "$pbkdf2-sha512(hex(sha512(password)), salt, "
                                        + form.group(1)
                                        + ", "
                                        + key.length()
                                        + ")")))
        : Optional.empty();
  }

  private static Optional<SecretBytes> salt(Matcher form) {
    return SecretBytes.ofBase64(form.group(2));
  }

  private static Optional<SecretBytes> key(Matcher form) {
    return SecretBytes.ofBase64(form.group(3)).filter(key -> key.length() == ELASTIC_KEY_LENGTH);
  }

  private static Optional<Respelled> kafka(String text) {
    if (!KAFKA.matcher(text).matches()) {
      return Optional.empty();
    }
    Map<String, String> fields = new HashMap<>();
    for (String field : text.split(",", -1)) {
      int equals = field.indexOf('=');
      fields.put(field.substring(0, equals), field.substring(equals + 1));
    }
    String iterations = fields.getOrDefault("iterations", "");
    String salt = fields.getOrDefault("salt", "");
    String stored = fields.getOrDefault("stored_key", "");
    String server = fields.getOrDefault("server_key", "");
    return SecretBytes.ofBase64(stored)
        .flatMap(key -> Optional.ofNullable(SCRAM_SCHEMES.get(key.length())))
        .filter(scheme -> Decimal.isOne(iterations) && !salt.isEmpty() && !server.isEmpty())
        .map(
            scheme ->
                Respelled.of(
                    scheme,
                    (scheme.equals("scram-sha512") ? "SCRAM-SHA-512$" : "SCRAM-SHA-256$")
                        + iterations
                        + ":"
                        + salt
                        + "$"
                        + stored
                        + ":"
                        + server));
  }
}
