package dev.muster.app.format.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Notices text that is valid UTF-8, but that an earlier program damaged: letters that were encoded
 * twice, such as {@code Ã«} for {@code ë}, or lost. Only the beginning of an input is examined.
 */
public final class DamagedText {

  private static final int START_BYTES = 1 << 16;
  private static final char REPLACEMENT = '\ufffd';
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** The longest UTF-8 sequence, in bytes. */
  private static final int SEQUENCE_MAX = 4;

  private DamagedText() {}

  /** Remarks on a UTF-8 input; mostly none. */
  public static List<String> notes(InputFile input) throws IOException {
    byte[] start;
    try (InputStream in = input.open()) {
      start = in.readNBytes(START_BYTES);
    }
    String text = new String(start, StandardCharsets.UTF_8);
    if (text.length() == start.length) {
      return List.of(); // only ASCII
    }
    List<String> notes = new ArrayList<>(0);
    encodedTwice(text).ifPresent(notes::add);
    int lost = text.indexOf(REPLACEMENT);
    if (lost >= 0 && lost < text.length() - 1) { // the last character may be cut off
      notes.add(
          "The file has U+FFFD, the replacement character, where an earlier program lost letters:"
              + " export it again, as UTF-8.");
    }
    return notes;
  }

  private static Optional<String> encodedTwice(String text) {
    for (int i = 0; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (c >= '\u00c2' && c <= '\u00f4' && text.charAt(i + 1) >= '\u0080') {
        for (int length = 2; length <= SEQUENCE_MAX && i + length <= text.length(); length++) {
          String shown = text.substring(i, i + length);
          Optional<String> meant = decoded(shown);
          if (meant.isPresent()) {
            return Optional.of(
                "The file seems to be encoded twice, as \""
                    + shown
                    + "\" for \""
                    + meant.get()
                    + "\": an earlier program took UTF-8 for windows-1252. Export it again, or mend"
                    + " it with: iconv -f utf-8 -t windows-1252 FILE > mended.csv");
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The letter whose UTF-8 bytes were taken for characters; empty if the text is none. */
  private static Optional<String> decoded(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      int b = WINDOWS_1252.newEncoder().canEncode(text.charAt(i)) ? inWindows1252(text, i) : -1;
      if (b < 0) {
        return Optional.empty();
      }
      bytes[i] = (byte) b;
    }
    try {
      String letter =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      boolean one = letter.codePointCount(0, letter.length()) == 1;
      return one && !Character.isISOControl(letter.charAt(0))
          ? Optional.of(letter)
          : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static int inWindows1252(String text, int place) {
    return text.substring(place, place + 1).getBytes(WINDOWS_1252)[0] & 0xff;
  }
}
