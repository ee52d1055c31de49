package dev.muster.app.hash.scheme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Bytes of a salt or a digest, immutable, compared in constant time and not shown by {@link
 * #toString}.
 */
public final class SecretBytes {

  private final byte[] bytes;

  private SecretBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  public static SecretBytes of(byte[] bytes) {
    return new SecretBytes(bytes.clone());
  }

  public static SecretBytes ofUtf8(String text) {
    return new SecretBytes(text.getBytes(UTF_8));
  }

  /** Hex digits of either case. Empty if the text is anything else. */
  public static Optional<SecretBytes> ofHex(String text) {
    try {
      return Optional.of(new SecretBytes(HexFormat.of().parseHex(text)));
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }

  /** Base64 with its padding (RFC 4648 §4). Empty unless encoding gives the same text again. */
  public static Optional<SecretBytes> ofBase64(String text) {
    return ofBase64(text, Base64.getEncoder());
  }

  /** Base64 without padding. Empty unless encoding gives the same text again. */
  public static Optional<SecretBytes> ofUnpaddedBase64(String text) {
    return ofBase64(text, Base64.getEncoder().withoutPadding());
  }

  /** Base64 of either alphabet, for texts or for URLs (RFC 4648 §5), with or without padding. */
  public static Optional<SecretBytes> ofAnyBase64(String text) {
    String digits = text.replace('-', '+').replace('_', '/');
    return digits.endsWith("=") ? ofBase64(digits) : ofUnpaddedBase64(digits);
  }

  /** Base64 for URLs, with its padding. */
  public static Optional<SecretBytes> ofUrlBase64(String text) {
    return ofBase64(text, Base64.getUrlDecoder(), Base64.getUrlEncoder());
  }

  /** Passlib's: base64 without padding and with a dot for the plus. */
  public static Optional<SecretBytes> ofAdaptedBase64(String text) {
    return ofUnpaddedBase64(text.replace('.', '+'));
  }

  private static Optional<SecretBytes> ofBase64(String text, Base64.Encoder inverse) {
    return ofBase64(text, Base64.getDecoder(), inverse);
  }

  private static Optional<SecretBytes> ofBase64(
      String text, Base64.Decoder decoder, Base64.Encoder inverse) {
    try {
      byte[] bytes = decoder.decode(text);
      return inverse.encodeToString(bytes).equals(text)
          ? Optional.of(new SecretBytes(bytes))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** As {@link #ofBase64} decodes, but the spare bits of the last digit may be anything. */
  public static SecretBytes ofLaxBase64(byte[] digits) {
    return new SecretBytes(Base64.getDecoder().decode(digits));
  }

  public int length() {
    return bytes.length;
  }

  /**
   * Some of these bytes.
   *
   * @param from 0-based
   * @param to 0-based, the first that is not of them; at most {@link #length}
   */
  public SecretBytes part(int from, int to) {
    return new SecretBytes(Arrays.copyOfRange(bytes, from, to));
  }

  /** These bytes and then others. */
  public SecretBytes then(SecretBytes next) {
    byte[] both = Arrays.copyOf(bytes, bytes.length + next.bytes.length);
    System.arraycopy(next.bytes, 0, both, bytes.length, next.bytes.length);
    return new SecretBytes(both);
  }

  public byte[] toBytes() {
    return bytes.clone();
  }

  /** With its padding. */
  public String toBase64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The bytes as text; signs that are no UTF-8 are replaced. */
  public String toUtf8() {
    return new String(bytes, UTF_8);
  }

  /** Base64 without padding, as {@link #ofUnpaddedBase64} reads it. */
  public String toUnpaddedBase64() {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  public boolean sameAs(byte[] computed) {
    return MessageDigest.isEqual(bytes, computed);
  }

  @Override
  public String toString() {
    return "SecretBytes[length=" + bytes.length + "]";
  }
}
