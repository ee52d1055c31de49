package dev.muster.app.format.input;

import dev.muster.problem.Remark;
import dev.muster.problem.ShownText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Notices text that is valid UTF-8, but that an earlier program damaged: letters that were encoded
 * twice, such as {@code Ã«} for {@code ë}, lost, or written in UTF-7. Only the beginning of an
 * input is examined.
 */
public final class DamagedText {

  private static final int START_BYTES = 1 << 16;
  private static final String REPLACEMENT = "\ufffd";
  private static final String MARK = "\ufeff";

  private DamagedText() {}

  /** Remarks on a UTF-8 input; mostly none. */
  public static List<String> notes(InputFile input) throws IOException {
    byte[] start;
    try (InputStream in = input.open()) {
      start = in.readNBytes(START_BYTES);
    }
    String text = text(start);
    if (text.length() == start.length) { // only ASCII
      return Utf7.in(text).map(found -> found.advice(input)).stream().toList();
    }
    List<String> notes = new ArrayList<>(0);
    encodedTwice(text, input).ifPresent(notes::add);
    int lost = text.indexOf(REPLACEMENT);
    if (lost >= 0) {
      notes.add(Remark.LOST_LETTERS.with((text.substring(0, lost) + '.').lines().count()));
    }
    return notes;
  }

  /** The characters of the beginning, without one that is cut off. */
  private static String text(byte[] start) {
    CharBuffer text = CharBuffer.allocate(start.length);
    StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE) // the survey refuses it
        .decode(ByteBuffer.wrap(start), text, false);
    return text.flip().toString();
  }

  private static Optional<String> encodedTwice(String text, InputFile input) {
    boolean marked = text.startsWith(MARK);
    String letters = marked ? text.substring(MARK.length()) : text;
    List<MistakenUtf8> found = MistakenUtf8.in(letters);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Optional<MistakenUtf8> mendable =
        found.stream().filter(each -> each.mends(letters)).findFirst();
    MistakenUtf8 told = mendable.orElse(found.get(0));
    String shown = ShownText.quoted(told.shown());
    String meant = ShownText.quoted(told.meant());
    return Optional.of(
        mendable.isPresent()
            ? Remark.ENCODED_TWICE.with(
                shown, meant, told.charset(), command(told.charset(), marked, input))
            : Remark.ENCODED_TWICE_IN_PART.with(shown, meant, told.charset()));
  }

  private static String command(String charset, boolean marked, InputFile input) {
    String file = InputArgument.of(input);
    String iconv = "iconv -f utf-8 -t " + charset;
    return (marked ? "tail -c +4 " + file + " | " + iconv : iconv + ' ' + file) + " > mended.csv";
  }
}
