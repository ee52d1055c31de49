package dev.muster.app.format.input;

import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The charset of an input, and the length of its byte order mark. Tables are read as characters,
 * JSON as UTF-8 bytes.
 *
 * @param markLength the length of the byte order mark in bytes; 0 if there is none
 */
public record InputEncoding(Charset charset, int markLength) {

  /** Bytes of a few byte order marks. */
  private static final int START = 16;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final List<Charset> MARKED =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  /**
   * The encodings to try in turn for a table, until one fits the input to its end.
   *
   * @param name a character set's name, or {@code auto}: the charset of the byte order mark,
   *     otherwise UTF-8, then windows-1252
   * @throws InputRefused if there is no such character set
   */
  public static List<InputEncoding> ofTable(String name, InputFile input)
      throws InputRefused, IOException {
    byte[] start = start(input);
    if (!isAuto(name)) {
      return List.of(named(name, start, StandardCharsets.UTF_16LE, input));
    }
    for (Charset charset : MARKED) {
      InputEncoding marked = marked(charset, start);
      if (marked.markLength > 0) {
        return List.of(marked);
      }
    }
    return List.of(
        new InputEncoding(StandardCharsets.UTF_8, 0), new InputEncoding(WINDOWS_1252, 0));
  }

  /**
   * The encoding of a JSON text. JSON is UTF-8 (RFC 8259, section 8.1), but the shells of Windows
   * write UTF-16. UTF-16 and UTF-32 are detected by their mark, or by the NULs beside an ASCII
   * character (RFC 4627, section 3).
   *
   * @param name a character set's name, or {@code auto}
   * @throws InputRefused if there is no such character set
   */
  public static InputEncoding ofJson(String name, InputFile input)
      throws InputRefused, IOException {
    byte[] start = start(input);
    Charset sniffed = sniffed(start);
    return isAuto(name)
        ? marked(sniffed, start)
        : named(
            name,
            start,
            sniffed.equals(StandardCharsets.UTF_16LE) ? sniffed : StandardCharsets.UTF_16BE,
            input);
  }

  private static byte[] start(InputFile input) throws IOException {
    try (InputStream in = input.open()) {
      return in.readNBytes(START);
    }
  }

  /** Whether a name asks to detect the charset. */
  public static boolean isAuto(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return lower.equals("auto") || lower.equals("detect");
  }

  /**
   * The encoding with a name.
   *
   * @param utf16 the byte order of UTF-16 without a mark
   */
  private static InputEncoding named(String name, byte[] start, Charset utf16, InputFile input)
      throws InputRefused {
    Charset charset =
        Charsets.named(name)
            .orElseThrow(
                () ->
                    new InputRefused(
                        InputProblem.of(ProblemCode.BAD_ENCODING, unknown(name, input))));
    if (charset.equals(StandardCharsets.UTF_16)) {
      for (Charset either : MARKED) {
        InputEncoding marked = marked(either, start);
        if (marked.markLength > 0 && !either.equals(StandardCharsets.UTF_8)) {
          return marked;
        }
      }
      return new InputEncoding(utf16, 0);
    }
    // A UTF-8 mark overrides a named single-byte charset, in which it would not be valid text:
    // a file of rejects has it, and is imported again with the options of the first import.
    InputEncoding utf8 = marked(StandardCharsets.UTF_8, start);
    return utf8.markLength > 0 && !charset.name().startsWith("UTF-")
        ? utf8
        : marked(charset, start);
  }

  private static String unknown(String name, InputFile input) {
    return Utf7.isName(name)
        ? "UTF-7 is not read. Convert it first: " + Utf7.conversion(input)
        : "there is no character set \""
            + name
            + "\"; some that there are: "
            + Charsets.COMMON_NAMES;
  }

  /** A character set, with the length of its mark, which programs may have written twice. */
  private static InputEncoding marked(Charset charset, byte[] start) {
    byte[] mark =
        charset.canEncode() && charset.newEncoder().canEncode('\uFEFF')
            ? "\uFEFF".getBytes(charset)
            : new byte[0];
    int length = 0;
    while (mark.length > 0
        && start.length >= length + mark.length
        && Arrays.equals(start, length, length + mark.length, mark, 0, mark.length)) {
      length += mark.length;
    }
    return new InputEncoding(charset, length);
  }

  private static Charset sniffed(byte[] start) {
    if (start.length < 2) {
      return StandardCharsets.UTF_8;
    }
    int pair = (start[0] & 0xff) << 8 | (start[1] & 0xff);
    int next = start.length < 4 ? -1 : (start[2] & 0xff) << 8 | (start[3] & 0xff);
    if ((pair == 0 && next > 0) || (next == 0 && (pair == 0xfffe || (pair & 0xff) == 0))) {
      return Charset.forName(pair == 0 ? "UTF-32BE" : "UTF-32LE");
    }
    if (pair == 0xfeff || (pair > 0 && pair < 0x100)) {
      return StandardCharsets.UTF_16BE;
    }
    return pair == 0xfffe || (pair > 0 && (pair & 0xff) == 0)
        ? StandardCharsets.UTF_16LE
        : StandardCharsets.UTF_8;
  }

  /** Whether the text is UTF-8, so that its bytes need no decoding. */
  public boolean isUtf8() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  /**
   * Whether a UTF-8 file of rejects should start with a byte order mark, for Excel: true if the
   * input has a mark, or is neither UTF-8 nor ASCII.
   */
  public boolean needsMark() {
    return markLength > 0 || !(isUtf8() || charset.equals(StandardCharsets.US_ASCII));
  }

  /** The characters, from the start of the text. */
  public DecodingReader characters(InputFile input) throws IOException {
    return characters(input, markLength);
  }

  /**
   * The characters from an offset on.
   *
   * @param byteOffset the offset of a character's first byte in the decompressed input
   */
  public DecodingReader characters(InputFile input, long byteOffset) throws IOException {
    return new DecodingReader(input.open(byteOffset), charset, byteOffset);
  }

  /** The text as UTF-8 without a mark. UTF-8 input is not checked. */
  public InputStream utf8(InputFile input) throws IOException {
    return isUtf8() ? input.open(markLength) : new TranscodedInput(characters(input));
  }

  /**
   * The text as UTF-8 without a mark; reading throws {@link BadEncoding} if it is not well-formed.
   */
  public InputStream checkedUtf8(InputFile input) throws IOException {
    return isUtf8() ? new CheckedUtf8(utf8(input), markLength) : utf8(input);
  }
}
