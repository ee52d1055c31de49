package dev.muster.app.hash.spelling;

import static dev.muster.app.hash.scheme.Advice.ADVISABLE;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashSpellings.Respelled;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts in the PHC string format with other parameters than usual:
 *
 * <ul>
 *   <li>Argon2 with its parameters in another order than m, t, p, as in {@code
 *       $argon2id$v=19$t=3,m=65536,p=4$SALT$DIGEST};
 *   <li>AdonisJS: scrypt with N instead of its logarithm, {@code $scrypt$n=16384,r=8,p=1$SALT$KEY};
 *   <li>Shiro 2: {@code $shiro2} before Argon2 or bcrypt.
 * </ul>
 *
 * <p>Sources: AdonisJS's {@code src/drivers}; Shiro's {@code Shiro2CryptFormat}.
 */
final class PhcParameters {

  private static final Pattern FORM =
      Pattern.compile(
          ("(\\$argon2(?:id|i|d)(?:\\$v=(?:16|19))?)\\$(?!m=N,t)([mtp])=(N),([mtp])=(N)"
                  + ",([mtp])=(N)\\$([^$]+)\\$([^$]+)")
              .replace("N", Decimal.PATTERN));
  private static final Pattern SCRYPT =
      Pattern.compile(
          "\\$scrypt\\$n=(N),(r=N,p=N\\$[^$]*\\$([^$]+))".replace("N", Decimal.PATTERN));
  private static final int SCRYPT_KEY_LENGTH_MIN = 64;
  private static final Pattern SHIRO = Pattern.compile("\\$shiro2(\\$(?:argon2|2[aby]?\\$).+)");

  static final List<KnownSpelling> SPELLINGS =
      List.of(
          new KnownSpelling(
              "argon2-order",
              About.of(
                  "AdonisJS: Argon2 with the passes before the memory",
                  "$argon2id$v=19$t=2,m=256,p=2$bFFhSWlJckdWS0wy$IiU7+vFNaB0AX1SFV1uoow",
                  "AdonisJS since 5, programs with @phc/argon2",
                  "SELECT email, password FROM users",
                  ADVISABLE),
              "$",
              PhcParameters::ordered),
          new KnownSpelling(
              "adonis-scrypt",
              About.of(
                  "AdonisJS: scrypt with N instead of its logarithm",
                  "$scrypt$n=1024,r=8,p=1$4o1slIcNgNZHAhwN9FGIzQ$4tFlr7mmndK9dh"
                      + "5YUFQ/DzunGtY60nfc7kX1DJMqSxZr7rDJM7VwAh0Ck41KQRSUy/H31RS/xlak5t4Z0ee+LA",
                  "AdonisJS since 6",
                  "SELECT email, password FROM users",
                  ADVISABLE),
              "$",
              PhcParameters::scrypt),
          new KnownSpelling(
              "shiro2",
              About.of(
                  "Shiro 2: a prefix before Argon2 or bcrypt",
                  "$shiro2$argon2id$v=19$t=2,m=256,p=2$bFFhSWlJckdWS0wy$IiU7+vFNaB0AX1SFV1uoow",
                  "Apache Shiro 2 and what is built on it: Opal, Agate, Axelor",
                  "the column of the users table that begins with $shiro2$, or shiro.ini",
                  ADVISABLE),
              "$",
              PhcParameters::shiro));

  private PhcParameters() {}

  private static Optional<Respelled> scrypt(String text) {
    Matcher form = SCRYPT.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    long n = Decimal.parse(form.group(1));
    boolean whole =
        SecretBytes.ofAnyBase64(form.group(3))
            .filter(key -> key.length() >= SCRYPT_KEY_LENGTH_MIN)
            .isPresent();
    return whole && Long.bitCount(n) == 1
        ? Optional.of(
            Respelled.of(
                "scrypt-phc", "$scrypt$ln=" + Long.numberOfTrailingZeros(n) + "," + form.group(2)))
        : Optional.empty();
  }

  private static Optional<Respelled> shiro(String text) {
    Matcher form = SHIRO.matcher(text);
    return form.matches() ? Optional.of(Respelled.of(form.group(1))) : Optional.empty();
  }

  /** Salt and digest may be padded. */
  private static Optional<Respelled> ordered(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new TreeMap<>();
    for (int group = 2; group <= 6; group += 2) {
      parameters.put(form.group(group), form.group(group + 1));
    }
    Optional<SecretBytes> salt = SecretBytes.ofAnyBase64(form.group(8));
    Optional<SecretBytes> digest = SecretBytes.ofAnyBase64(form.group(9));
    if (parameters.size() < 3 || salt.isEmpty() || digest.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Respelled.of(
            "argon2",
            form.group(1)
                + "$m="
                + parameters.get("m")
                + ",t="
                + parameters.get("t")
                + ",p="
                + parameters.get("p")
                + "$"
                + salt.get().toUnpaddedBase64()
                + "$"
                + digest.get().toUnpaddedBase64()));
  }
}
