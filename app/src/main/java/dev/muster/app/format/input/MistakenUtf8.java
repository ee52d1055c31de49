package dev.muster.app.format.input;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sign that a program took UTF-8 for another character set, and encoded the letters again.
 *
 * @param charset the character set, by a name that iconv knows
 * @param shown what the text has for a letter
 * @param meant the letter
 */
record MistakenUtf8(String charset, String shown, String meant) {

  /** The longest UTF-8 sequence, in bytes. */
  private static final int SEQUENCE_MAX = 4;

  /**
   * The first bytes of sequences: all of them, which are capitals with an accent in the first two
   * character sets; and those of letters of Europe, which are signs that no name has in the others.
   */
  private static final int FIRST_BYTE = 0xc2;

  private static final int LAST_FIRST_BYTE = 0xf4;
  private static final int LAST_OF_EUROPE = 0xc5;

  private static final List<String> LETTERED = List.of("windows-1252", "iso-8859-1");
  private static final List<String> OTHERS = List.of("macintosh", "cp850", "cp437");

  /** The first signs in a text, one for each character set; mostly none. */
  static List<MistakenUtf8> in(String text) {
    List<MistakenUtf8> signs = new ArrayList<>(0);
    for (String name : LETTERED) {
      first(text, name, firsts(name, LAST_FIRST_BYTE)).ifPresent(signs::add);
    }
    for (String name : OTHERS) {
      first(text, name, firsts(name, LAST_OF_EUROPE).replaceAll("\\p{L}", ""))
          .ifPresent(signs::add);
    }
    return signs;
  }

  /** What the first bytes of sequences are in a character set. */
  private static String firsts(String name, int last) {
    byte[] bytes = new byte[last - FIRST_BYTE + 1];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (FIRST_BYTE + i);
    }
    return Charsets.named(name).map(charset -> new String(bytes, charset)).orElse("");
  }

  private static Optional<MistakenUtf8> first(String text, String name, String firsts) {
    for (int i = 0; i < text.length() - 1; i++) {
      if (text.charAt(i + 1) >= '\u0080' && firsts.indexOf(text.charAt(i)) >= 0) {
        for (int length = 2; length <= SEQUENCE_MAX && i + length <= text.length(); length++) {
          String shown = text.substring(i, i + length);
          Optional<String> meant = letter(shown, name);
          if (meant.isPresent()) {
            return Optional.of(new MistakenUtf8(name, shown, meant.get()));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The letter whose UTF-8 bytes were taken for characters; empty if the text is none. */
  private static Optional<String> letter(String text, String name) {
    try {
      String letter = StandardCharsets.UTF_8.newDecoder().decode(encoded(text, name)).toString();
      boolean one = letter.codePointCount(0, letter.length()) == 1;
      return one && !Character.isISOControl(letter.charAt(0))
          ? Optional.of(letter)
          : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static ByteBuffer encoded(String text, String name) throws CharacterCodingException {
    Charset charset = Charsets.named(name).orElseThrow();
    return charset.newEncoder().encode(CharBuffer.wrap(text));
  }

  /** Whether all of a text, which may be cut off, is right after it was decoded once more. */
  boolean mends(String text) {
    try {
      ByteBuffer bytes = encoded(text, charset);
      CharBuffer decoded = CharBuffer.allocate(bytes.remaining());
      CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, decoded, false);
      return !result.isError();
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
