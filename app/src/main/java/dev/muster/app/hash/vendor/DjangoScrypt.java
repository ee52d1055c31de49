package dev.muster.app.hash.vendor;

import dev.muster.app.hash.kdf.ScryptCost;
import dev.muster.app.hash.kdf.ScryptHash;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Django's scrypt, since version 4: {@code scrypt$N$SALT$r$p$BASE64}, with the salt as text and a
 * digest of 64 bytes. No other format has this order.
 *
 * <p>Source: Django's {@code django.contrib.auth.hashers}, class ScryptPasswordHasher.
 */
final class DjangoScrypt {

  private static final Pattern FORM =
      Pattern.compile("scrypt\\$(N)\\$([^$]+)\\$(N)\\$(N)\\$([^$]+)".replace("N", Decimal.PATTERN));
  private static final int DIGEST_LENGTH = 64;

  private DjangoScrypt() {}

  static Optional<ScryptHash> parse(String encoded) {
    Matcher form = FORM.matcher(encoded);
    if (!form.matches()) {
      return Optional.empty();
    }
    long n = Decimal.parse(form.group(1));
    SecretBytes salt = SecretBytes.ofUtf8(form.group(2));
    long r = Decimal.parse(form.group(3));
    long p = Decimal.parse(form.group(4));
    Optional<SecretBytes> digest =
        SecretBytes.ofBase64(form.group(5)).filter(d -> d.length() == DIGEST_LENGTH);
    return ScryptCost.of(n, r, p).flatMap(cost -> digest.map(d -> new ScryptHash(cost, salt, d)));
  }
}
