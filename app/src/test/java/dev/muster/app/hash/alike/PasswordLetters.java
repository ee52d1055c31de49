package dev.muster.app.hash.alike;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The encodings and cases of text that stored hashes name, by the JDK. */
public final class PasswordLetters {

  private PasswordLetters() {}

  /**
   * A text in another form.
   *
   * @param form its name in stored hashes, such as {@code utf16le}
   */
  public static byte[] of(String form, byte[] utf8) {
    String text = new String(utf8, UTF_8);
    return switch (form) {
      case "utf8" -> utf8;
      case "utf16le" -> text.getBytes(StandardCharsets.UTF_16LE);
      case "latin1" -> lowBytes(text.getBytes(StandardCharsets.UTF_16BE));
      case "upper" -> text.toUpperCase(Locale.ROOT).getBytes(UTF_8);
      case "lower" -> text.toLowerCase(Locale.ROOT).getBytes(UTF_8);
      default -> throw new IllegalArgumentException(form);
    };
  }

  /** As Node.js writes text to its encoding latin1. */
  private static byte[] lowBytes(byte[] utf16) {
    byte[] low = new byte[utf16.length / 2];
    for (int i = 0; i < low.length; i++) {
      low[i] = utf16[2 * i + 1];
    }
    return low;
  }
}
