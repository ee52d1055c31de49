package dev.muster.app.hash.scheme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The bytes of a salt, a digest, a key or a password. Immutable. They are compared in constant
 * time, and {@link #toString} does not show them.
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

  /** Decodes hex digits of either case. Empty if the text is not hex. */
  public static Optional<SecretBytes> ofHex(String text) {
    try {
      return Optional.of(new SecretBytes(HexFormat.of().parseHex(text)));
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }

  /** Decodes padded base64 (RFC 4648 §4). Empty unless encoding gives the same text again. */
  public static Optional<SecretBytes> ofBase64(String text) {
    return ofBase64(text, Base64.getEncoder());
  }

  /** Decodes base64 without padding. Empty unless encoding gives the same text again. */
  public static Optional<SecretBytes> ofUnpaddedBase64(String text) {
    return ofBase64(text, Base64.getEncoder().withoutPadding());
  }

  /** Decodes base64 in the standard or the URL alphabet (RFC 4648 §5), padded or not. */
  public static Optional<SecretBytes> ofAnyBase64(String text) {
    String digits = text.replace('-', '+').replace('_', '/');
    return digits.endsWith("=") ? ofBase64(digits) : ofUnpaddedBase64(digits);
  }

  /** Decodes padded base64 in the URL alphabet. */
  public static Optional<SecretBytes> ofUrlBase64(String text) {
    return ofBase64(text, Base64.getUrlDecoder(), Base64.getUrlEncoder());
  }

  /** Decodes passlib's base64: a dot or the plus, and mostly no padding. */
  public static Optional<SecretBytes> ofAdaptedBase64(String text) {
    String digits = text.replace('.', '+');
    return digits.endsWith("=") ? ofBase64(digits) : ofUnpaddedBase64(digits);
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

  /** Decodes base64, padded or not, whatever the unused bits of its last digit are. */
  public static SecretBytes ofLaxBase64(byte[] digits) {
    return new SecretBytes(Base64.getDecoder().decode(digits));
  }

  public int length() {
    return bytes.length;
  }

  /**
   * A range of these bytes.
   *
   * @param from 0-based
   * @param to 0-based and exclusive; at most {@link #length}
   */
  public SecretBytes part(int from, int to) {
    return new SecretBytes(Arrays.copyOfRange(bytes, from, to));
  }

  /** These bytes followed by others. */
  public SecretBytes then(SecretBytes next) {
    byte[] both = Arrays.copyOf(bytes, bytes.length + next.bytes.length);
    System.arraycopy(next.bytes, 0, both, bytes.length, next.bytes.length);
    return new SecretBytes(both);
  }

  public byte[] toBytes() {
    return bytes.clone();
  }

  /** Padded base64. */
  public String toBase64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The bytes as text; bytes that are not UTF-8 are replaced. */
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
