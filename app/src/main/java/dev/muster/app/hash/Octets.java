package dev.muster.app.hash;

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
final class Octets {

  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  static Octets ofUtf8(String text) {
    return new Octets(text.getBytes(UTF_8));
  }

  /** Hex digits of either case. Empty if the text is anything else. */
  static Optional<Octets> ofHex(String text) {
    try {
      return Optional.of(new Octets(HexFormat.of().parseHex(text)));
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }

  /** Base64 with its padding (RFC 4648 §4). Empty unless encoding gives the same text again. */
  static Optional<Octets> ofBase64(String text) {
    return ofBase64(text, Base64.getEncoder());
  }

  /** Base64 without padding. Empty unless encoding gives the same text again. */
  static Optional<Octets> ofUnpaddedBase64(String text) {
    return ofBase64(text, Base64.getEncoder().withoutPadding());
  }

  private static Optional<Octets> ofBase64(String text, Base64.Encoder inverse) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return inverse.encodeToString(bytes).equals(text)
          ? Optional.of(new Octets(bytes))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** As {@link #ofBase64} decodes, but the spare bits of the last digit may be anything. */
  static Octets ofLaxBase64(byte[] digits) {
    return new Octets(Base64.getDecoder().decode(digits));
  }

  int length() {
    return bytes.length;
  }

  /**
   * Some of these bytes.
   *
   * @param from 0-based
   * @param to 0-based, the first that is not of them; at most {@link #length}
   */
  Octets part(int from, int to) {
    return new Octets(Arrays.copyOfRange(bytes, from, to));
  }

  byte[] toBytes() {
    return bytes.clone();
  }

  boolean sameAs(byte[] computed) {
    return MessageDigest.isEqual(bytes, computed);
  }

  @Override
  public String toString() {
    return "Octets[length=" + bytes.length + "]";
  }
}
