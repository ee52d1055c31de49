package dev.muster.app.hash;

import dev.muster.password.CostBounds;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.BCrypt;

/**
 * bcrypt: {@code $2b$12$} and 53 characters, 22 of them the salt and 31 the digest, in bcrypt's own
 * base64.
 *
 * <p>The prefixes differ in how a password becomes Blowfish's key of 72 bytes, and in nothing else:
 *
 * <ul>
 *   <li>{@code $2b$}, {@code $2y$}, {@code $2a$}: the password and a zero byte, over and over;
 *   <li>{@code $2$}, the first version: the password alone, over and over;
 *   <li>{@code $2x$}, the mark of hashes made by crypt_blowfish before 1.1: as {@code $2b$}, but a
 *       byte above 127 spoils the bytes before it in its word of four, as {@link #signExtended}
 *       shows.
 * </ul>
 *
 * <p>Everything beyond 72 bytes is ignored, as bcrypt always did. Two rarities are not imitated:
 * OpenBSD's {@code $2a$} before 2014 took the length modulo 256, and crypt_blowfish's {@code $2a$}
 * deliberately breaks some passwords with bytes 0xFF, which no UTF-8 contains.
 *
 * <p>Sources: Provos and Mazières, "A Future-Adaptable Password Scheme" (1999); crypt_blowfish's
 * {@code crypt.3} and its notes on version 1.1; OpenBSD's crypt_blowfish, revisions on {@code
 * $2b$}.
 *
 * @param revision the letter after {@code $2}, or empty
 */
record BcryptHash(String revision, int cost, Octets salt, Octets digest) implements ParsedHash {

  private static final Pattern FORM =
      Pattern.compile(
          "\\$2([abxy]?)\\$(0[4-9]|[12][0-9]|3[01])\\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})");
  private static final int KEY_LENGTH = 72;

  /** Tells Bouncy Castle not to end the key with a zero byte; {@link #key} has seen to that. */
  private static final boolean AS_IT_IS = false;

  private static final String BCRYPT_DIGITS =
      "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final String BASE64_DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  static Optional<BcryptHash> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new BcryptHash(
                form.group(1),
                Integer.parseInt(form.group(2)),
                decoded(form.group(3)),
                decoded(form.group(4))))
        : Optional.empty();
  }

  @Override
  public Optional<String> outside(CostBounds bounds) {
    return bounds.bcrypt(cost);
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    byte[] computed = BCrypt.generate(key(passwordUtf8), salt.toBytes(), cost, AS_IT_IS);
    return digest.sameAs(Arrays.copyOf(computed, digest.length()));
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
   * What {@code word = word << 8 | character} makes of a key where characters are signed: each byte
   * above 127 sets all higher bits of the word.
   */
  private static byte[] signExtended(byte[] key) {
    for (int i = 0; i < key.length; i++) {
      if (key[i] < 0) {
        Arrays.fill(key, i - i % Integer.BYTES, i, (byte) 0xFF);
      }
    }
    return key;
  }

  /** bcrypt's base64 is everybody's with its digits in another order, and never padded. */
  private static Octets decoded(String text) {
    StringBuilder translated = new StringBuilder(text.length());
    text.chars()
        .mapToObj(digit -> BASE64_DIGITS.charAt(BCRYPT_DIGITS.indexOf(digit)))
        .forEach(translated::append);
    return Octets.ofLaxBase64(translated.toString());
  }
}
