package dev.muster.app.hash.search;

import dev.muster.app.hash.scheme.SecretBytes;
import java.util.Optional;
import java.util.regex.Pattern;

/** The bytes that a text in hex or base64 stands for. */
final class Digits {

  /** In bytes. A shorter digest is of a scheme whose texts tell what they are. */
  private static final int HASH_LENGTH_MIN = 16;

  private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2})+");

  private Digits() {}

  /** Empty if the text is neither hex nor base64. Hex digits are hex. */
  static Optional<SecretBytes> bytes(String text) {
    return HEX.matcher(text).matches() ? SecretBytes.ofHex(text) : SecretBytes.ofAnyBase64(text);
  }

  /** Whether the text may be a digest or a derived key. */
  static boolean mayBeHash(String text) {
    return bytes(text).filter(bytes -> bytes.length() >= HASH_LENGTH_MIN).isPresent();
  }
}
