package dev.muster.app.hash;

import dev.muster.password.CostBounds;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * Django's scrypt, since version 4: {@code scrypt$N$SALT$r$p$BASE64}, with the salt as text and a
 * digest of 64 bytes. The order differs from everybody else's.
 *
 * <p>Sources: Django's {@code django.contrib.auth.hashers}, class ScryptPasswordHasher; RFC 7914.
 */
record DjangoScrypt(long n, Octets salt, long r, long p, Octets digest) implements ParsedHash {

  private static final Pattern FORM =
      Pattern.compile("scrypt\\$(N)\\$([^$]+)\\$(N)\\$(N)\\$([^$]+)".replace("N", Decimal.PATTERN));
  private static final int DIGEST_LENGTH = 64;

  static Optional<ParsedHash> parse(String encoded) {
    Matcher form = FORM.matcher(encoded);
    if (!form.matches()) {
      return Optional.empty();
    }
    long n = Decimal.parse(form.group(1));
    Octets salt = Octets.ofUtf8(form.group(2));
    long r = Decimal.parse(form.group(3));
    long p = Decimal.parse(form.group(4));
    if (!isDefined(n, r)) {
      return Optional.empty();
    }
    return Octets.ofBase64(form.group(5))
        .filter(digest -> digest.length() == DIGEST_LENGTH)
        .map(digest -> new DjangoScrypt(n, salt, r, p, digest));
  }

  /**
   * RFC 7914 §2: N is a power of two, and less than 2^(128 · r / 8). Numbers that are out of all
   * bounds pass, for the bounds to name them.
   */
  private static boolean isDefined(long n, long r) {
    boolean powerOfTwo = Long.bitCount(n) <= 1 || n == Long.MAX_VALUE;
    boolean fitsBlock = r != 1 || n < 1 << 16;
    return powerOfTwo && fitsBlock;
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return bounds.scrypt(n, r, p);
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return digest.sameAs(
        SCrypt.generate(
            passwordUtf8,
            salt.toBytes(),
            Math.toIntExact(n),
            Math.toIntExact(r),
            Math.toIntExact(p),
            DIGEST_LENGTH));
  }
}
