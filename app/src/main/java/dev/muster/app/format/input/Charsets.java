package dev.muster.app.format.input;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds character sets by their usual names and by Python's names. Case is ignored, and {@code -}
 * and {@code _} are equivalent.
 */
final class Charsets {

  /** The names to suggest if a name is unknown. */
  static final String COMMON_NAMES =
      "auto, utf-8, utf-16, windows-1252, iso-8859-1, iso-8859-15, ascii";

  /** Names of Python's codecs that Java does not know, or uses for another charset. */
  private static final Map<String, Charset> PYTHON_NAMES =
      Map.ofEntries(
          Map.entry("utf-8-sig", StandardCharsets.UTF_8),
          Map.entry("u8", StandardCharsets.UTF_8),
          Map.entry("cp65001", StandardCharsets.UTF_8),
          Map.entry("utf-16-le", StandardCharsets.UTF_16LE),
          Map.entry("utf-16-be", StandardCharsets.UTF_16BE),
          Map.entry("utf16", StandardCharsets.UTF_16),
          Map.entry("u16", StandardCharsets.UTF_16),
          Map.entry("latin-1", StandardCharsets.ISO_8859_1),
          Map.entry("latin", StandardCharsets.ISO_8859_1),
          Map.entry("8859", StandardCharsets.ISO_8859_1),
          Map.entry("iso8859", StandardCharsets.ISO_8859_1),
          Map.entry("windows1252", Charset.forName("windows-1252")));

  /** Likewise, for charsets that not every Java runtime has. */
  private static final Map<String, String> PYTHON_NAMES_OF_OTHERS =
      Map.of(
          "mac-roman", "x-MacRoman",
          "macintosh", "x-MacRoman",
          "mac-latin2", "x-MacCentralEurope",
          "cp932", "windows-31j",
          "cp949", "x-windows-949",
          "cp950", "x-windows-950");

  private Charsets() {}

  /** The character set with a name; empty if there is none, or none that can be read. */
  static Optional<Charset> named(String name) {
    String dashed = name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    Charset known = PYTHON_NAMES.get(dashed);
    return known != null
        ? Optional.of(known)
        : ofJava(PYTHON_NAMES_OF_OTHERS.getOrDefault(dashed, dashed))
            .or(() -> ofJava(name.strip()))
            .or(() -> ofJava(withoutDashAfterFamily(dashed)));
  }

  /**
   * Removes the dash after the family name: Python accepts both iso8859-15 and iso-8859-15, Java
   * mostly only one of them.
   */
  private static String withoutDashAfterFamily(String dashed) {
    int dash = dashed.indexOf('-');
    return dash < 0 ? dashed : dashed.substring(0, dash) + dashed.substring(dash + 1);
  }

  private static Optional<Charset> ofJava(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
