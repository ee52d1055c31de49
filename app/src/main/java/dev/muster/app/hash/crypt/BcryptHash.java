package dev.muster.app.hash.crypt;

import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.generators.BCrypt;
import org.jspecify.annotations.Nullable;

/**
 * bcrypt: {@code $2b$12$} and 53 characters, 22 of salt and 31 of digest, in bcrypt's own base64.
 *
 * <p>The prefixes differ only in how the 72 bytes of Blowfish's key are made from the password:
 *
 * <ul>
 *   <li>{@code $2b$}, {@code $2y$}, {@code $2a$}: the password and a zero byte, repeated;
 *   <li>{@code $2$}, the first version: the password alone, repeated;
 *   <li>{@code $2x$}, hashes of crypt_blowfish before 1.1: as {@code $2b$}, but a byte above 127
 *       overwrites the bytes before it in its word of four, see {@link #signExtended}.
 * </ul>
 *
 * <p>Bytes after the 72nd are ignored, as in every implementation. Two rare defects are not
 * reproduced: OpenBSD's {@code $2a$} before 2014 took the length modulo 256, and crypt_blowfish's
 * {@code $2a$} changes the result for some passwords with bytes 0xFF, which UTF-8 never contains.
 *
 * <p>Sources: Provos and Mazières, "A Future-Adaptable Password Scheme" (1999); crypt_blowfish's
 * {@code crypt.3} and its notes on version 1.1; OpenBSD's crypt_blowfish, revisions on {@code
 * $2b$}.
 *
 * @param revision the letter after {@code $2}, or empty
 */
public record BcryptHash(String revision, int cost, SecretBytes salt, SecretBytes digest)
    implements ParsedHash {

  private static final List<String> REVISIONS = List.of("b", "a", "y", "x");
  private static final int SALT_DIGITS = 22;
  private static final int DIGEST_DIGITS = 31;
  private static final int LEAST_COST = 4;
  private static final int GREATEST_COST = 31;
  private static final int KEY_LENGTH = 72;

  /** Tells Bouncy Castle not to append a zero byte to the key: {@link #key} has done so. */
  private static final boolean AS_IT_IS = false;

  private static final String BCRYPT_DIGITS =
      "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final String BASE64_DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** The standard base64 digit for each digit of bcrypt's base64; 0 for other characters. */
  private static final byte[] TO_BASE64 = toBase64();

  /** The text between {@code $2} and the next {@code $}; null if the text is not bcrypt. */
  static @Nullable String revision(String text) {
    if (!text.startsWith("$2")) {
      return null;
    }
    if (text.startsWith("$", 2)) {
      return "";
    }
    for (String revision : REVISIONS) {
      if (text.startsWith(revision, 2) && text.startsWith("$", 3)) {
        return revision;
      }
    }
    return null;
  }

  // Called for every imported user, so it uses no regular expression.
  public static Optional<BcryptHash> parse(String text) {
    String revision = revision(text);
    if (revision == null) {
      return Optional.empty();
    }
    int cost = "$2$".length() + revision.length();
    int salt = cost + "12$".length();
    int digest = salt + SALT_DIGITS;
    if (text.length() != digest + DIGEST_DIGITS || text.charAt(salt - 1) != '$') {
      return Optional.empty();
    }
    int rounds = cost(text.charAt(cost), text.charAt(cost + 1));
    SecretBytes saltBytes = decoded(text, salt, digest);
    SecretBytes digestBytes = decoded(text, digest, text.length());
    return rounds < LEAST_COST || rounds > GREATEST_COST || saltBytes == null || digestBytes == null
        ? Optional.empty()
        : Optional.of(new BcryptHash(revision, rounds, saltBytes, digestBytes));
  }

  /** The number that two digits write; -1 if they are not digits. */
  private static int cost(char tens, char ones) {
    return tens >= '0' && tens <= '9' && ones >= '0' && ones <= '9'
        ? (tens - '0') * 10 + (ones - '0')
        : -1;
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return bounds.bcrypt(cost);
  }

  @Override
  public int saltLength() {
    return salt.length();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    byte[] computed = BCrypt.generate(key(passwordUtf8), salt.toBytes(), cost, AS_IT_IS);
    return digest.sameAs(Arrays.copyOf(computed, digest.length()));
  }

  /** The text of another password's hash with the same revision, cost and salt. */
  public String textOf(byte[] password) {
    byte[] computed = BCrypt.generate(key(password), salt.toBytes(), cost, AS_IT_IS);
    SecretBytes other = SecretBytes.of(computed).part(0, digest.length());
    return new BcryptHash(revision, cost, salt, other).text();
  }

  /** The text of this hash, in which the unused bits of salt and digest are zero. */
  public String text() {
    return "$2"
        + revision
        + (cost < 10 ? "$0" : "$")
        + cost
        + "$"
        + encoded(salt)
        + encoded(digest);
  }

  private static String encoded(SecretBytes bytes) {
    return digits(bytes.toUnpaddedBase64());
  }

  /** The same bits in bcrypt's base64. */
  public static String digits(String unpaddedBase64) {
    StringBuilder text = new StringBuilder(unpaddedBase64);
    for (int i = 0; i < text.length(); i++) {
      text.setCharAt(i, BCRYPT_DIGITS.charAt(BASE64_DIGITS.indexOf(text.charAt(i))));
    }
    return text.toString();
  }

  private byte[] key(byte[] password) {
    byte[] terminated = Arrays.copyOf(password, password.length + 1);
    return switch (revision) {
      case "" -> repeated(password.length == 0 ? terminated : password);
      case "x" -> signExtended(repeated(terminated));
      default -> repeated(terminated);
    };
  }

  private static byte[] repeated(byte[] unit) {
    byte[] key = new byte[KEY_LENGTH];
    for (int i = 0; i < key.length; i++) {
      key[i] = unit[i % unit.length];
    }
    return key;
  }

  /**
   * The result of {@code word = word << 8 | character} with signed characters: each byte above 127
   * sets all higher bits of the word.
   */
  private static byte[] signExtended(byte[] key) {
    for (int i = 0; i < key.length; i++) {
      if (key[i] < 0) {
        Arrays.fill(key, i - i % Integer.BYTES, i, (byte) 0xFF);
      }
    }
    return key;
  }

  /** Decodes bcrypt's base64, which has the digits in another order and no padding. */
  private static @Nullable SecretBytes decoded(String text, int from, int to) {
    byte[] digits = new byte[to - from];
    for (int i = from; i < to; i++) {
      char digit = text.charAt(i);
      byte meant = digit < TO_BASE64.length ? TO_BASE64[digit] : 0;
      if (meant == 0) {
        return null;
      }
      digits[i - from] = meant;
    }
    return SecretBytes.ofLaxBase64(digits);
  }

  private static byte[] toBase64() {
    byte[] table = new byte[128];
    for (int i = 0; i < BCRYPT_DIGITS.length(); i++) {
      table[BCRYPT_DIGITS.charAt(i)] = (byte) BASE64_DIGITS.charAt(i);
    }
    return table;
  }
}
