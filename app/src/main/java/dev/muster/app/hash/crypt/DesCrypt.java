package dev.muster.app.hash.crypt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.scheme.Crypt64;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Traditional DES crypt(3): two characters of salt and eleven of digest, which is a block of zeros
 * encrypted 25 times. Django writes {@code crypt$$} before them. Old versions repeat the salt
 * there, {@code crypt$SALT$…}, and it is ignored.
 *
 * <p>Only the first eight bytes of a password count, and only the lower seven bits of each.
 *
 * <p>Sources: Morris and Thompson, "Password Security: A Case History" (1979); POSIX, crypt();
 * Django's {@code django.contrib.auth.hashers} up to 4.2, class CryptPasswordHasher.
 */
public record DesCrypt(int salt, SecretBytes digest) implements ParsedHash {

  static final int KEY_LENGTH = 8;

  /** Eleven digits. The last carries only four bits, so only every fourth digit occurs there. */
  static final String DIGEST = Crypt64.DIGIT + "{10}[.26AEIMQUYcgkosw]";

  private static final Pattern FORM = Pattern.compile("(" + Crypt64.DIGIT + "{2})(" + DIGEST + ")");
  private static final Pattern DJANGO = Pattern.compile("crypt\\$[^$]*\\$([^$]+)");
  private static final int ENCRYPTIONS = 25;

  static Optional<DesCrypt> parse(String encoded) {
    Matcher form = FORM.matcher(encoded);
    return form.matches()
        ? Optional.of(
            new DesCrypt(Crypt64.number(form.group(1)), SecretBytes.ofUtf8(form.group(2))))
        : Optional.empty();
  }

  public static Optional<DesCrypt> parseDjango(String encoded) {
    Matcher form = DJANGO.matcher(encoded);
    return form.matches() ? parse(form.group(1)) : Optional.empty();
  }

  /** No limit: DES crypt has no cost parameter. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return digest.sameAs(digest(passwordUtf8, 0, salt, ENCRYPTIONS).getBytes(US_ASCII));
  }

  /** The digest of up to eight bytes of a password. */
  static String digest(byte[] password, int from, int salt, long encryptions) {
    return Crypt64.highestFirst(new SaltedDes(key(password, from)).encrypt(0, salt, encryptions));
  }

  /** Up to eight bytes of a password without their highest bits, padded with zeros. */
  static long key(byte[] password, int from) {
    long key = 0;
    for (int i = from; i < from + KEY_LENGTH; i++) {
      int next = i < password.length ? password[i] : 0;
      key = (key << Byte.SIZE) | ((next << 1) & 0xFF);
    }
    return key;
  }
}
