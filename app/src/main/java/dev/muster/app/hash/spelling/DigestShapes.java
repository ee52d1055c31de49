package dev.muster.app.hash.spelling;

import static dev.muster.app.hash.scheme.Advice.LEGACY;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.Iteration;
import dev.muster.app.hash.digest.PasswordForm;
import dev.muster.app.hash.digest.SaltedDigest;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashSpellings.Respelled;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Salted digests:
 *
 * <ul>
 *   <li>Shiro: {@code $shiro1$SHA-256$500000$SALT$DIGEST} in base64, salt and password, repeated;
 *   <li>Mosquitto before 2.0: {@code $6$SALT$DIGEST} in base64, SHA-512 of password and salt. The
 *       padding tells it from sha512-crypt.
 * </ul>
 *
 * <p>Sources: Shiro's {@code Shiro1CryptFormat} and {@code SimpleHash}; Mosquitto's {@code
 * src/password_mosq.c}.
 */
final class DigestShapes {

  private static final SecretBytes NOTHING = SecretBytes.ofUtf8("");
  private static final Pattern SHIRO =
      Pattern.compile(
          "\\$shiro[12]\\$(MD5|SHA-1|SHA-224|SHA-256|SHA-384|SHA-512)\\$(N)\\$([^$]*)\\$([^$]+)"
              .replace("N", Decimal.PATTERN));
  private static final Pattern MOSQUITTO =
      Pattern.compile("\\$6\\$([A-Za-z0-9+/]{2,64}={0,2})\\$([A-Za-z0-9+/]{86}==)");

  static final List<KnownSpelling> SPELLINGS =
      List.of(
          new KnownSpelling(
              "shiro1",
              About.of(
                  "Shiro: a salted digest, repeated",
                  "$shiro1$SHA-256$100$AAECAwQFBgcICQoLDA0ODw==$HOjHkxT+FR9tSA+diNJ2+c+jdV4CT"
                      + "xLDdJt6ZveCCAw=",
                  "Apache Shiro and what is built on it: Sonatype Nexus, Opal, Graylog",
                  "the column of the users table that begins with $shiro1$, or shiro.ini",
                  LEGACY),
              "$",
              DigestShapes::shiro),
          new KnownSpelling(
              "mosquitto-1",
              About.of(
                  "Mosquitto: SHA-512 of password and salt",
                  "$6$AAECAwQFBgcICQoL$u2wu8+U4hlLiyWW0cWi8OpNe35AVrjYsy4iTcD/jLvRQTsLgKuZ2aZ"
                      + "bBd1NEpzEFBmKKpr7vt1OXKKQbnjOAvA==",
                  "Mosquitto before 2.0",
                  "the file that mosquitto_passwd wrote, what follows the colon",
                  LEGACY),
              "$",
              DigestShapes::mosquitto));

  private DigestShapes() {}

  private static Optional<Respelled> shiro(String text) {
    Matcher form = SHIRO.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Digest digest = Digest.named(form.group(1)).orElseThrow();
    long rounds = Decimal.parse(form.group(2));
    Optional<SecretBytes> hash = SecretBytes.ofBase64(form.group(4));
    return SecretBytes.ofBase64(form.group(3))
        .flatMap(salt -> hash.map(h -> respelled(digest, rounds, salt, NOTHING, h)));
  }

  private static Optional<Respelled> mosquitto(String text) {
    Matcher form = MOSQUITTO.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Optional<SecretBytes> hash = SecretBytes.ofBase64(form.group(2));
    return SecretBytes.ofBase64(form.group(1))
        .flatMap(salt -> hash.map(h -> respelled(Digest.SHA512, 1, NOTHING, salt, h)));
  }

  private static Respelled respelled(
      Digest digest, long rounds, SecretBytes before, SecretBytes after, SecretBytes hash) {
    SaltedDigest salted =
        new SaltedDigest(digest, PasswordForm.PLAIN, rounds, Iteration.BYTES, before, after, hash);
    return Respelled.of("digest", salted.encoded());
  }
}
