package dev.muster.app.hash.vendor;

import dev.muster.app.hash.kdf.Pbkdf2Hash;
import dev.muster.app.hash.kdf.Prf;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Django's PBKDF2: {@code pbkdf2_sha256$ITERATIONS$SALT$BASE64}, and {@code pbkdf2_sha1} likewise.
 * The salt is any text without {@code $}.
 *
 * <p>Source: Django's {@code django.contrib.auth.hashers}, classes PBKDF2PasswordHasher and
 * PBKDF2SHA1PasswordHasher.
 */
final class DjangoPbkdf2 {

  private static final Pattern FORM =
      Pattern.compile("[^$]+\\$(" + Decimal.PATTERN + ")\\$([^$]+)\\$([^$]+)");

  private DjangoPbkdf2() {}

  static Optional<Pbkdf2Hash> parseSha256(String encoded) {
    return parse(encoded, Prf.SHA256);
  }

  static Optional<Pbkdf2Hash> parseSha1(String encoded) {
    return parse(encoded, Prf.SHA1);
  }

  private static Optional<Pbkdf2Hash> parse(String encoded, Prf prf) {
    Matcher form = FORM.matcher(encoded);
    if (!form.matches()) {
      return Optional.empty();
    }
    long iterations = Decimal.parse(form.group(1));
    SecretBytes salt = SecretBytes.ofUtf8(form.group(2));
    return SecretBytes.ofBase64(form.group(3))
        .filter(digest -> digest.length() == prf.length())
        .map(digest -> new Pbkdf2Hash(prf, iterations, salt, digest));
  }
}
