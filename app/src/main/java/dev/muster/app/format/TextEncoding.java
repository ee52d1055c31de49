package dev.muster.app.format;

import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the bytes of an input are text.
 *
 * @param markLength bytes at the start that are a byte order mark and no text
 */
record TextEncoding(Charset charset, int markLength) {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /**
   * The encodings to try in turn, until one fits the input to its end.
   *
   * @param name a character set's name, or {@code auto}: what a byte order mark says, else UTF-8,
   *     else windows-1252
   * @throws InputRefused if there is no such character set
   */
  static List<TextEncoding> candidates(String name, InputFile input)
      throws InputRefused, IOException {
    Optional<ByteOrderMark> mark;
    try (InputStream in = input.open()) {
      mark = ByteOrderMark.of(in.readNBytes(ByteOrderMark.LENGTH_MAX));
    }
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "auto", "detect" ->
          mark.map(found -> List.of(of(found)))
              .orElse(
                  List.of(
                      new TextEncoding(StandardCharsets.UTF_8, 0),
                      new TextEncoding(WINDOWS_1252, 0)));
      default -> List.of(named(name, mark));
    };
  }

  DecodingReader open(InputFile input) throws IOException {
    InputStream in = input.open();
    try {
      in.skipNBytes(markLength);
      return new DecodingReader(in, charset, markLength);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Whether a program that looks for a mark, as Excel does, reads this text right without one. */
  boolean needsMark() {
    return markLength > 0
        || !(charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII));
  }

  private static TextEncoding named(String name, Optional<ByteOrderMark> mark) throws InputRefused {
    Charset charset = Charsets.named(name).orElseThrow(() -> unknown(name));
    if (charset.equals(StandardCharsets.UTF_16)) {
      return mark.filter(found -> found != ByteOrderMark.UTF_8)
          .map(TextEncoding::of)
          .orElse(new TextEncoding(StandardCharsets.UTF_16LE, 0));
    }
    // UTF-8's mark is no text in any character set of single bytes, so it outranks their names:
    // a file of rejects has it, and is imported again with the options of the first import.
    return mark.filter(
            found ->
                found.charset().equals(charset)
                    || (found == ByteOrderMark.UTF_8 && !charset.name().startsWith("UTF-")))
        .map(TextEncoding::of)
        .orElse(new TextEncoding(charset, 0));
  }

  private static TextEncoding of(ByteOrderMark mark) {
    return new TextEncoding(mark.charset(), mark.length());
  }

  private static InputRefused unknown(String name) {
    return new InputRefused(
        InputProblem.of(
            ProblemCode.BAD_ENCODING,
            "There is no character set \""
                + name
                + "\"; some that there are: "
                + Charsets.COMMON_NAMES
                + "."));
  }
}
