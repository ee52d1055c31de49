package dev.muster.app.hash.digest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How the characters of a password are encoded to bytes. */
public enum Letters {
  /** UTF-8, which nearly all systems use. */
  UTF8("utf8"),
  /** Two bytes per character, the low byte first: .NET and Windows. */
  UTF16LE("utf16le"),
  /** One byte per character, higher bits dropped: latin1, binary and ascii in Node.js. */
  LATIN1("latin1"),
  /** Upper case in UTF-8. */
  UPPER("upper"),
  /** Lower case in UTF-8. */
  LOWER("lower");

  private final String wireName;

  Letters(String wireName) {
    this.wireName = wireName;
  }

  static Optional<Letters> named(String name) {
    return Stream.of(values()).filter(letters -> letters.wireName.equals(name)).findFirst();
  }

  /** The name in stored texts. */
  public String wireName() {
    return wireName;
  }

  public byte[] of(byte[] passwordUtf8) {
    return switch (this) {
      case UTF8 -> passwordUtf8;
      case UTF16LE -> text(passwordUtf8).getBytes(UTF_16LE);
      case LATIN1 -> lowerBytes(text(passwordUtf8));
      case UPPER -> text(passwordUtf8).toUpperCase(Locale.ROOT).getBytes(UTF_8);
      case LOWER -> text(passwordUtf8).toLowerCase(Locale.ROOT).getBytes(UTF_8);
    };
  }

  private static String text(byte[] passwordUtf8) {
    return new String(passwordUtf8, UTF_8);
  }

  private static byte[] lowerBytes(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    return bytes;
  }
}
