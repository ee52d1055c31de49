package dev.muster.app.hash.kdf;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Crypt64;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * scrypt in the format of crypt(3): {@code $7$}, one digit for the binary logarithm of N, five
 * digits each for r and p, the salt as text, {@code $}, and 43 digits for 32 bytes. The digits are
 * {@code ./0-9A-Za-z}, the least significant first.
 *
 * <p>Sources: {@code crypt(5)} of libxcrypt; libsodium's {@code
 * crypto_pwhash_scryptsalsa208sha256_str}; Simon Josefsson's draft "unix-scrypt".
 */
final class CryptScrypt {

  private static final String PREFIX = "$7$";
  private static final Pattern FORM =
      Pattern.compile("\\$7\\$(D)(D{5})(D{5})([^$]*)\\$(D{43})".replace("D", Crypt64.DIGIT));

  /** Mosquitto writes PBKDF2 with this prefix and a number of at most ten digits. */
  private static final Pattern MOSQUITTO = Pattern.compile("\\$7\\$[0-9]{1,10}\\$");

  private static final int DIGITS_OF_GROUP = 4;
  private static final int DIGEST_LENGTH = 32;

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "scrypt-crypt",
              text -> text.startsWith(PREFIX) && !MOSQUITTO.matcher(text).lookingAt(),
              CryptScrypt::parse,
              new About(
                  "scrypt, as crypt(3) writes it",
                  "$7$4/..../....grainsOfSalt$dxD1qOZ3NIzxPg7BqOVuszEtzWo1MA7CD.bt3" + "X1RRk8",
                  "correct horse battery staple",
                  "Linux (/etc/shadow, by libxcrypt), libsodium, passlib",
                  "getent shadow, or the password column of the users table",
                  Advice.ADVISABLE)));

  private CryptScrypt() {}

  private static Optional<ScryptHash> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    SecretBytes salt = SecretBytes.ofUtf8(form.group(4));
    return digest(form.group(5))
        .flatMap(
            digest ->
                ScryptCost.ofLogarithm(
                        Crypt64.number(form.group(1)),
                        Crypt64.number(form.group(2)),
                        Crypt64.number(form.group(3)))
                    .map(cost -> new ScryptHash(cost, salt, digest)));
  }

  /** Decodes four digits to three bytes. Two bits of the last digit are unused and must be zero. */
  private static Optional<SecretBytes> digest(String digits) {
    byte[] bytes = new byte[DIGEST_LENGTH + 1];
    for (int from = 0, to = 0; from < digits.length(); from += DIGITS_OF_GROUP, to += 3) {
      int group =
          Crypt64.number(digits.substring(from, Math.min(from + DIGITS_OF_GROUP, digits.length())));
      for (int i = 0; i < 3; i++) {
        bytes[to + i] = (byte) (group >> (i * Byte.SIZE));
      }
    }
    return bytes[DIGEST_LENGTH] == 0
        ? Optional.of(SecretBytes.of(Arrays.copyOf(bytes, DIGEST_LENGTH)))
        : Optional.empty();
  }
}
