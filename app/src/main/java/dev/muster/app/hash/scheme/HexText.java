package dev.muster.app.hash.scheme;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Bytes in hex, as different systems write them: {@code 0x…} (SQL Server), {@code \x…}
 * (PostgreSQL), {@code AB-CD-…} (.NET's BitConverter); and digests in base64.
 */
public final class HexText {

  private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2})++");
  private static final Pattern PREFIXED = Pattern.compile("(?:0[xX]|\\\\x)(?:[0-9A-Fa-f]{2})++");
  private static final Pattern DASHED = Pattern.compile("[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2})++");

  private HexText() {}

  /** The digits of a text with a prefix or dashes; otherwise the text itself. */
  public static String digits(String text) {
    if (PREFIXED.matcher(text).matches()) {
      return text.substring("0x".length());
    }
    return DASHED.matcher(text).matches() ? text.replace("-", "") : text;
  }

  /** Whether the text is hex digits, perhaps with a prefix or dashes. */
  public static boolean isOne(String text) {
    return HEX.matcher(digits(text)).matches();
  }

  /**
   * A digest in hex, in base64, or in base64 of its hex digits.
   *
   * @param length of the digest, in bytes
   */
  public static Optional<SecretBytes> digest(String text, int length) {
    Optional<SecretBytes> bytes =
        isOne(text)
            ? SecretBytes.ofHex(digits(text))
            : SecretBytes.ofBase64(text).map(decoded -> unwrapped(decoded, length));
    return bytes.filter(digest -> digest.length() == length);
  }

  /**
   * The digest whose hex digits the bytes are; the bytes themselves if they are no hex digits of
   * this length.
   *
   * @param length of the digest, in bytes
   */
  public static SecretBytes unwrapped(SecretBytes bytes, int length) {
    return bytes.length() == 2 * length ? SecretBytes.ofHex(bytes.toUtf8()).orElse(bytes) : bytes;
  }
}
