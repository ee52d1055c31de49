package dev.muster.app.hash;

import dev.muster.password.CostBounds;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Django's PBKDF2: {@code pbkdf2_sha256$ITERATIONS$SALT$BASE64}, with the salt as text of any kind
 * but {@code $}, and {@code pbkdf2_sha1} likewise.
 *
 * <p>Source: Django's {@code django.contrib.auth.hashers}, classes PBKDF2PasswordHasher and
 * PBKDF2SHA1PasswordHasher.
 */
record DjangoPbkdf2(String hmac, long iterations, Octets salt, Octets digest)
    implements ParsedHash {

  private static final Pattern FORM =
      Pattern.compile("[^$]+\\$(" + Decimal.PATTERN + ")\\$([^$]+)\\$([^$]+)");

  static Optional<ParsedHash> parseSha256(String encoded) {
    return parse(encoded, "HmacSHA256", 32);
  }

  static Optional<ParsedHash> parseSha1(String encoded) {
    return parse(encoded, "HmacSHA1", 20);
  }

  private static Optional<ParsedHash> parse(String encoded, String hmac, int digestLength) {
    Matcher form = FORM.matcher(encoded);
    if (!form.matches()) {
      return Optional.empty();
    }
    long iterations = Decimal.parse(form.group(1));
    Octets salt = Octets.ofUtf8(form.group(2));
    return Octets.ofBase64(form.group(3))
        .filter(digest -> digest.length() == digestLength)
        .map(digest -> new DjangoPbkdf2(hmac, iterations, salt, digest));
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return bounds.pbkdf2(iterations);
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return digest.sameAs(Pbkdf2.derive(hmac, passwordUtf8, salt.toBytes(), iterations));
  }
}
