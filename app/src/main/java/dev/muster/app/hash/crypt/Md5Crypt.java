package dev.muster.app.hash.crypt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.scheme.Crypt64;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * md5-crypt: {@code $1$}, up to eight characters of salt, {@code $}, and 22 of digest. Apache's
 * variant begins with {@code $apr1$}. As the prefix is digested too, its hashes differ.
 *
 * <p>It takes a thousand rounds of MD5. crypt(3) accepts nearly every character in the salt. Most
 * libraries accept letters and digits only, and cut the salt at the first other character.
 *
 * <p>Sources: Poul-Henning Kamp's {@code crypt-md5.c} of FreeBSD 2; Apache's {@code apr_md5.c}.
 *
 * @param magic {@code $1$} or {@code $apr1$}
 */
record Md5Crypt(String magic, SecretBytes salt, SecretBytes digest) implements ParsedHash {

  static final String BSD = "$1$";
  static final String APACHE = "$apr1$";

  /** The order in which the bytes of the digest are written. */
  static final int[] ORDER = {12, 6, 0, 13, 7, 1, 14, 8, 2, 15, 9, 3, 5, 10, 4, 11};

  /** 22 digits. The last carries two bits. */
  static final String DIGEST = Crypt64.DIGIT + "{21}[./01]";

  private static final Pattern FORM =
      Pattern.compile("(\\$1\\$|\\$apr1\\$)(" + CryptEncodings.SALT + "{0,8})\\$(" + DIGEST + ")");
  private static final int ROUNDS = 1000;

  static Optional<Md5Crypt> parse(String encoded) {
    Matcher form = FORM.matcher(encoded);
    return form.matches()
        ? Optional.of(
            new Md5Crypt(
                form.group(1),
                SecretBytes.ofUtf8(form.group(2)),
                SecretBytes.ofUtf8(form.group(3))))
        : Optional.empty();
  }

  /** No limit: the number of rounds is fixed. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public int saltLength() {
    return salt.length();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    String computed = Crypt64.digits(stretched(passwordUtf8, first(passwordUtf8)), ORDER);
    return digest.sameAs(computed.getBytes(US_ASCII));
  }

  private byte[] first(byte[] password) {
    MessageDigest md5 = DigestUtils.getMd5Digest();
    md5.update(password);
    md5.update(salt.toBytes());
    byte[] mixed = md5.digest(password);

    md5.update(password);
    md5.update(magic.getBytes(US_ASCII));
    md5.update(salt.toBytes());
    for (int left = password.length; left > 0; left -= mixed.length) {
      md5.update(mixed, 0, Math.min(left, mixed.length));
    }
    // The author meant the first byte of the mixed digest, but had just cleared it.
    for (int bits = password.length; bits > 0; bits >>>= 1) {
      md5.update((bits & 1) == 1 ? 0 : password[0]);
    }
    return md5.digest();
  }

  private byte[] stretched(byte[] password, byte[] first) {
    MessageDigest md5 = DigestUtils.getMd5Digest();
    byte[] saltBytes = salt.toBytes();
    byte[] state = first;
    for (int round = 0; round < ROUNDS; round++) {
      boolean odd = round % 2 == 1;
      md5.update(odd ? password : state);
      if (round % 3 != 0) {
        md5.update(saltBytes);
      }
      if (round % 7 != 0) {
        md5.update(password);
      }
      state = md5.digest(odd ? state : password);
    }
    return state;
  }
}
