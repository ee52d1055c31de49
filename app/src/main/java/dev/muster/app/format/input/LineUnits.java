package dev.muster.app.format.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How line breaks are found in the bytes of a character set. */
enum LineUnits {
  /** LF and CR are the bytes that they are in ASCII, and no byte of another character is one. */
  BYTES,
  /** Every UTF-16 code unit is two bytes. */
  PAIRS,
  /** The byte offset of a character is unknown without decoding everything before it. */
  UNKNOWN;

  static LineUnits of(Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return BYTES;
    }
    if (charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE)) {
      return PAIRS;
    }
    String name = charset.name();
    boolean single =
        name.startsWith("ISO-8859-")
            || name.startsWith("windows-125")
            || name.startsWith("KOI8-")
            || name.startsWith("x-Mac")
            || name.equals("US-ASCII");
    boolean several =
        name.equals("Shift_JIS")
            || name.equals("windows-31j")
            || name.equals("EUC-JP")
            || name.equals("EUC-KR")
            || name.equals("x-windows-949")
            || name.equals("GBK")
            || name.equals("GB18030")
            || name.equals("Big5")
            || name.equals("x-windows-950");
    return single || several ? BYTES : UNKNOWN;
  }
}
