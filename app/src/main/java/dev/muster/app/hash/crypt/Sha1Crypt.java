package dev.muster.app.hash.crypt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.scheme.Crypt64;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * sha1-crypt of NetBSD: {@code $sha1$ROUNDS$}, up to 64 characters of salt, {@code $}, and 28 of
 * digest.
 *
 * <p>It is HMAC-SHA-1 with the password as the key, first of the salt, {@code $sha1$} and the
 * rounds in decimal, then of each previous result.
 *
 * <p>Sources: NetBSD's {@code crypt-sha1.c}; passlib's documentation of {@code sha1_crypt}.
 */
record Sha1Crypt(long rounds, SecretBytes salt, SecretBytes digest) implements ParsedHash {

  private static final String MAGIC = "$sha1$";
  private static final Pattern FORM =
      Pattern.compile(
          "\\$sha1\\$(N)\\$(S{0,64})\\$(D{28})"
              .replace("N", Decimal.PATTERN)
              .replace("S", CryptEncodings.SALT)
              .replace("D", Crypt64.DIGIT));
  private static final int LEAST_ROUNDS = 1;

  /** The order in which the bytes of the digest are written, the first one twice. */
  private static final int[] ORDER = {
    2, 1, 0, 5, 4, 3, 8, 7, 6, 11, 10, 9, 14, 13, 12, 17, 16, 15, 0, 19, 18
  };

  /** {@code $sha1$pf=…} is a hash of Ory Kratos. */
  static boolean isMeant(String encoded) {
    return encoded.startsWith(MAGIC) && !encoded.startsWith("pf=", MAGIC.length());
  }

  static Optional<Sha1Crypt> parse(String encoded) {
    Matcher form = FORM.matcher(encoded);
    return form.matches()
        ? Optional.of(
            new Sha1Crypt(
                Decimal.parse(form.group(1)),
                SecretBytes.ofUtf8(form.group(2)),
                SecretBytes.ofUtf8(form.group(3))))
        : Optional.empty();
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return bounds.rounds(rounds, LEAST_ROUNDS);
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    // HMAC pads its key with zeros, so one zero is the same as the empty key, which JDKs refuse.
    byte[] key = passwordUtf8.length == 0 ? new byte[1] : passwordUtf8;
    Mac hmac = HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_1, key);
    hmac.update(salt.toBytes());
    byte[] state = hmac.doFinal((MAGIC + rounds).getBytes(US_ASCII));
    for (long round = 1; round < rounds; round++) {
      state = hmac.doFinal(state);
    }
    return digest.sameAs(Crypt64.digits(state, ORDER).getBytes(US_ASCII));
  }
}
