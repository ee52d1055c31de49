package dev.muster.app.format.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.Remark;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Advice on the encoding of an input that is not UTF-8, and is read as windows-1252 unless its
 * encoding is named. Immutable.
 */
public final class EncodingAdvice {

  private static final int START_BYTES = 1 << 12;
  private static final String NOT_UTF_8 = "is not valid UTF-8.";

  private final InputFile input;
  private final InputProblem failure;
  private final Utf8Evidence utf8;
  private final List<String> likely;
  private final String ebcdic;

  private EncodingAdvice(
      InputFile input,
      InputProblem failure,
      Utf8Evidence utf8,
      List<String> likely,
      String ebcdic) {
    this.ebcdic = ebcdic;
    this.input = input;
    this.failure = failure;
    this.utf8 = utf8;
    this.likely = List.copyOf(likely);
  }

  /**
   * Examines an input.
   *
   * @param failure where the input is not UTF-8
   */
  public static EncodingAdvice of(InputFile input, InputProblem failure) throws IOException {
    Utf8Evidence utf8 = Utf8Evidence.of(input);
    byte[] start = start(input);
    if (Ebcdic.is(start)) {
      return new EncodingAdvice(input, failure, utf8, List.of(), Ebcdic.advice(start));
    }
    byte[] words = utf8.sample().getBytes(ISO_8859_1);
    List<String> likely = CharsetGuess.of(words);
    return new EncodingAdvice(
        input, failure, utf8, likely.isEmpty() ? LatinGuess.of(words) : likely, "");
  }

  /** A remark, if the bytes speak against windows-1252. */
  public List<String> warning() {
    if (!ebcdic.isEmpty()) {
      return List.of(ebcdic);
    }
    String place = failure.message().replaceFirst("\\.$", "");
    if (utf8.mostlyUtf8()) {
      return List.of((utf8.cutOff() ? Remark.UTF8_CUT_OFF : Remark.UTF8_ELSEWHERE).with(place));
    }
    return switch (likely.size()) {
      case 0 -> List.of();
      case 1 -> List.of(Remark.ENCODING_LIKELY.with(place, likely.get(0), likely.get(0)));
      default ->
          List.of(
              Remark.ENCODINGS_LIKELY.with(
                  place, likely.get(0), likely.get(1), likely.get(0), likely.get(1)));
    };
  }

  /** The likely encodings and the remedy; says that they are a guess. */
  private String guess(Remedy remedy) {
    String options =
        likely.stream().map(name -> remedy.of(name, input)).collect(Collectors.joining(" or "));
    return String.join(" or ", likely)
        + ", which is a guess by its letters: "
        + (likely.size() > 1 && remedy == Remedy.OPTION
            ? "look at the names with --dry-run --diff and "
            : remedy.verb)
        + options;
  }

  /** What to do about an encoding. */
  public enum Remedy {
    OPTION("add ") {
      @Override
      String of(String charset, InputFile input) {
        return "--encoding " + charset;
      }
    },
    CONVERSION("convert it with ") {
      @Override
      String of(String charset, InputFile input) {
        String known = charset.equals("mac-roman") ? "macintosh" : charset; // to iconv
        return "iconv -t utf-8 -f " + known + ' ' + InputArgument.of(input) + " > utf-8.json";
      }
    };

    private final String verb;

    Remedy(String verb) {
      this.verb = verb;
    }

    /** The words that name the character set. */
    abstract String of(String charset, InputFile input);
  }

  /** The problem that a JSON text is not valid UTF-8, with the likely encoding. */
  public static InputProblem ofJson(InputFile input, InputProblem problem, Remedy remedy)
      throws IOException {
    if (!problem.message().endsWith(NOT_UTF_8)) {
      return problem; // it is cut off, or another encoding was named
    }
    EncodingAdvice advice = of(input, problem);
    String seems = " The file seems to be ";
    String sentence =
        advice.utf8.mostlyUtf8()
            ? " The rest of the file is UTF-8: mend that byte."
            : advice.likely.isEmpty()
                ? seems + "windows-1252: " + remedy.verb + remedy.of("windows-1252", input) + '.'
                : seems + advice.guess(remedy) + ".";
    return new InputProblem(
        problem.code(),
        problem.message() + sentence,
        problem.line(),
        problem.column(),
        problem.byteOffset());
  }

  /** The problem that the input is not windows-1252 either, with advice. */
  public InputProblem added(InputProblem problem) throws IOException {
    Optional<String> other =
        ebcdic.isEmpty() ? BinaryInput.sentence(start(input)) : Optional.of(ebcdic);
    if (other.isPresent()) {
      return new InputProblem(
          problem.code(), other.get(), problem.line(), problem.column(), problem.byteOffset());
    }
    String advice =
        utf8.mostlyUtf8()
            ? " The file seems to be UTF-8 except for "
                + failure.message().replaceFirst(" is not valid.*", "").replaceFirst("^B", "b")
                + ": mend that byte."
            : likely.isEmpty()
                ? " The file is neither UTF-8 nor windows-1252, and its letters do not tell what it"
                    + " is: name its encoding, as in --encoding mac-roman or --encoding cp850."
                : " The file seems to be " + guess(Remedy.OPTION) + ".";
    return new InputProblem(
        problem.code(),
        problem.message() + advice,
        problem.line(),
        problem.column(),
        problem.byteOffset());
  }

  /** The refusal of a table, after the remark, if its names were read in the wrong encoding. */
  public InputRefused before(InputRefused refusal) {
    List<InputProblem> problems = new ArrayList<>();
    warning()
        .forEach(
            text ->
                problems.add(
                    new InputProblem(
                        ProblemCode.BAD_ENCODING,
                        text,
                        failure.line(),
                        failure.column(),
                        failure.byteOffset())));
    problems.addAll(refusal.problems());
    return problems.size() == refusal.problems().size() ? refusal : new InputRefused(problems);
  }

  /** The refusal of a text that was read in the wrong encoding, with advice if that is the case. */
  public static InputRefused explained(InputRefused refusal, InputFile input) throws IOException {
    InputProblem first = refusal.problems().get(0);
    byte[] start = start(input);
    if (first.code() != ProblemCode.CSV_READ_ERROR) {
      return Utf7.in(new String(start, ISO_8859_1))
          .map(found -> explained(refusal, found, found.advice(input)))
          .orElse(refusal);
    }
    String marked = marked(start);
    if (marked == null && isUtf16(start)) {
      return refusal;
    }
    String wide = marked == null ? wide(start) : marked;
    Optional<String> what =
        wide == null
            ? BinaryInput.sentence(start)
            : Optional.of(
                (marked == null
                        ? "The file seems to be "
                            + wide.toUpperCase(Locale.ROOT)
                            + " without a byte order mark"
                        : "The file is "
                            + wide.toUpperCase(Locale.ROOT)
                            + " by its byte order mark")
                    + ": add --encoding "
                    + wide
                    + ".");
    return what.map(sentence -> withFirst(refusal, sentence)).orElse(refusal);
  }

  /** The refusal of a text that may be UTF-7, whose header can't be understood in that case. */
  private static InputRefused explained(InputRefused refusal, Utf7 found, String advice) {
    if (found.isInHeader()) {
      return withFirst(refusal, advice);
    }
    List<InputProblem> problems = new ArrayList<>(refusal.problems());
    problems.add(InputProblem.at(ProblemCode.BAD_ENCODING, advice, found.line(), 0));
    return new InputRefused(problems);
  }

  /** A refusal with another message of its first problem. */
  private static InputRefused withFirst(InputRefused refusal, String message) {
    List<InputProblem> problems = new ArrayList<>(refusal.problems());
    InputProblem first = problems.get(0);
    problems.set(
        0,
        new InputProblem(first.code(), message, first.line(), first.column(), first.byteOffset()));
    return new InputRefused(problems);
  }

  private static byte[] start(InputFile input) throws IOException {
    try (InputStream in = input.open()) {
      return in.readNBytes(START_BYTES);
    }
  }

  /** UTF-32, by its byte order mark, which begins like that of UTF-16; null if it has none. */
  private static @Nullable String marked(byte[] start) {
    return starts(start, 0xff, 0xfe, 0, 0)
        ? "utf-32le"
        : starts(start, 0, 0, 0xfe, 0xff) ? "utf-32be" : null;
  }

  private static boolean isUtf16(byte[] start) {
    return starts(start, 0xff, 0xfe) || starts(start, 0xfe, 0xff);
  }

  private static boolean starts(byte[] start, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= start.length || (start[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** UTF-16 or UTF-32, by the NULs of ASCII characters; null if it is neither. */
  static @Nullable String wide(byte[] start) {
    int whole = start.length & ~3;
    if (whole == 0) {
      return null;
    }
    int[] nuls = new int[4];
    for (int i = 0; i < whole; i++) {
      nuls[i & 3] += start[i] == 0 ? 1 : 0;
    }
    boolean[] mostly = new boolean[4];
    for (int i = 0; i < 4; i++) {
      mostly[i] = nuls[i] * 20 > whole * 3; // 60 % of a quarter
    }
    if (mostly[0] && mostly[1] && mostly[2] && mostly[3]) {
      return null; // a damaged file
    }
    if (mostly[1] && mostly[2] && mostly[3]) {
      return "utf-32le";
    }
    if (mostly[0] && mostly[1] && mostly[2]) {
      return "utf-32be";
    }
    if (mostly[1] && mostly[3]) {
      return "utf-16-le";
    }
    return mostly[0] && mostly[2] ? "utf-16-be" : null;
  }
}
