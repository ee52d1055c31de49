package dev.muster.app.hash.digest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a system turned the characters of a password into bytes. */
public enum Letters {
  /** As it is; nearly everybody. */
  UTF8("utf8"),
  /** Two bytes a character, the lower first: .NET and Windows. */
  UTF16LE("utf16le"),
  /** One byte a character, higher bits dropped: what Node.js calls latin1, binary and ascii. */
  LATIN1("latin1"),
  /** In upper case, then UTF-8. */
  UPPER("upper"),
  /** In lower case, then UTF-8. */
  LOWER("lower");

  private final String wireName;

  Letters(String wireName) {
    this.wireName = wireName;
  }

  static Optional<Letters> named(String name) {
    return Stream.of(values()).filter(letters -> letters.wireName.equals(name)).findFirst();
  }

  /** Its name in stored texts. */
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
