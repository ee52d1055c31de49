package dev.muster.app.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;

/**
 * Encodes texts by the names that Python has for encodings, with the byte order marks that it
 * writes. Strict: a character that the encoding lacks is an error.
 */
final class PythonCodec {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Python's UTF-16 and UTF-32 are in the order of the machine, after a mark. */
  private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

  /** Without hyphens and underscores, which Python takes for one another. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("utf8", "UTF-8"),
          Map.entry("utf8sig", "UTF-8"),
          Map.entry("utf16", LITTLE ? "UTF-16LE" : "UTF-16BE"),
          Map.entry("utf16le", "UTF-16LE"),
          Map.entry("utf16be", "UTF-16BE"),
          Map.entry("utf32", LITTLE ? "UTF-32LE" : "UTF-32BE"),
          Map.entry("utf32le", "UTF-32LE"),
          Map.entry("utf32be", "UTF-32BE"),
          Map.entry("latin1", "ISO-8859-1"),
          Map.entry("ascii", "US-ASCII"),
          Map.entry("usascii", "US-ASCII"),
          Map.entry("macroman", "x-MacRoman"),
          Map.entry("shiftjis", "Shift_JIS"),
          Map.entry("eucjp", "EUC-JP"),
          Map.entry("koi8r", "KOI8-R"));

  private final String key;
  private final Charset charset;

  /**
   * The codec of a name, such as {@code utf-8-sig}.
   *
   * @throws IllegalArgumentException if there is none
   */
  PythonCodec(String name) {
    this.key = name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    this.charset = charset(name);
  }

  private Charset charset(String name) {
    if (NAMES.containsKey(key)) {
      return Charset.forName(NAMES.get(key));
    }
    if (key.matches("(cp|windows)125[0-8]")) {
      return Charset.forName("windows-" + key.substring(key.length() - 4));
    }
    if (key.matches("cp\\d{3}")) {
      return Charset.forName("IBM" + key.substring(2));
    }
    if (key.matches("iso8859\\d{1,2}")) {
      return Charset.forName("ISO-8859-" + key.substring(7));
    }
    throw new IllegalArgumentException("unknown encoding " + name);
  }

  /**
   * The text's bytes.
   *
   * @throws CharacterCodingException if the text has a character that the encoding lacks
   */
  byte[] encode(String text) throws CharacterCodingException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (key.equals("utf8sig") || key.equals("utf16") || key.equals("utf32")) {
      bytes.writeBytes(encoded(String.valueOf(BYTE_ORDER_MARK)));
    }
    bytes.writeBytes(encoded(text));
    return bytes.toByteArray();
  }

  private byte[] encoded(String text) throws CharacterCodingException {
    // A fresh encoder reports what it can't encode, where String.getBytes writes question marks.
    ByteBuffer buffer = charset.newEncoder().encode(CharBuffer.wrap(text));
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
