package dev.muster.app.format;

import dev.muster.app.format.input.BadEncoding;
import dev.muster.app.format.input.EncodingAdvice;
import dev.muster.app.format.input.EncodingAdvice.Remedy;
import dev.muster.app.format.input.InputArgument;
import dev.muster.app.format.input.InputFile;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All formats, by name; detects the format of an input by its first bytes. */
public final class Formats {

  /** The name that requests detection. */
  public static final String AUTO = "auto";

  /** The name that requests Authgear's request document, whatever the input looks like. */
  public static final String AUTHGEAR_REQUEST = "authgear-request";

  /** Matches a text whose first line ends within an object. */
  private static final Pattern SPREAD_OVER_LINES = Pattern.compile("[^\\n]*[{\\[,:]\\s*\\n");

  /** Matches comments before a JSON text. */
  private static final Pattern COMMENTED_JSON =
      Pattern.compile("((//|#)[^\\n]*+\\n\\s*+|/\\*(?:[^*]|\\*(?!/))*+\\*/\\s*+)++[{\\[]");

  /** A line with a delimiter, or with only the name of a column. */
  private static final Pattern COLUMNS =
      Pattern.compile("\"?[^\\s,;|][^,;|\\t]{0,80}[,;|\\t]\\S|\"?(email|username)\\b");

  private static final int SNIFFED_BYTES = 1 << 16;

  private final Map<String, ImportFormat> byName = new LinkedHashMap<>();

  public Formats(List<ImportFormat> formats) {
    formats.forEach(format -> byName.put(format.name(), format));
  }

  /**
   * The format with a name. For {@code auto}, and for {@code authgear}, which has two forms, it is
   * detected by the input.
   *
   * @throws UsageProblem if there is no such format, or none that fits the input
   * @throws InputRefused if the format has to be detected, but the input is empty
   */
  public ImportFormat of(String name, InputFile input) throws UsageProblem, InputRefused {
    return of(name, input, Optional.empty()).format();
  }

  /**
   * The format with a name, or the one that the input has, and whether that is in doubt.
   *
   * @param identifier the field that identifies users; only Authgear's records need it
   */
  public Recognised of(String name, InputFile input, Optional<String> identifier)
      throws UsageProblem, InputRefused {
    return switch (name) {
      case AUTO -> sniffed(input, true, identifier.isPresent());
      case "authgear" -> sniffed(input, false, true);
      case AUTHGEAR_REQUEST -> new Recognised(named("authgear"), true);
      default -> {
        refuseOtherFile(name, input);
        yield new Recognised(named(name), true);
      }
    };
  }

  /**
   * A format, and how sure it is.
   *
   * @param certain whether the format was named, or the input has its marks
   */
  public record Recognised(ImportFormat format, boolean certain) {

    /** The name for {@code --format}, if the format is in doubt; otherwise null. */
    public @Nullable String doubtfulName() {
      return certain ? null : format.name().replaceFirst("-lines$", "");
    }
  }

  /** The format with exactly this name, as jobs record it. */
  public ImportFormat named(String name) throws UsageProblem {
    ImportFormat format = byName.get(name);
    if (format == null) {
      throw new UsageProblem(
          "there is no format " + name + "; there are auto, " + String.join(", ", byName.keySet()));
    }
    return format;
  }

  /** Refuses files of other kinds than the named format has. */
  private static void refuseOtherFile(String name, InputFile input) throws InputRefused {
    byte[] start;
    try {
      start = bytes(input);
    } catch (IOException e) {
      return; // the survey reports it
    }
    boolean workbook = ForeignBinary.isWorkbook(start);
    boolean wanted = name.equals("xlsx");
    if (wanted && workbook) {
      return;
    }
    refuse(
        workbook
            ? Optional.of("is a workbook: import it with --format xlsx, or without --format")
            : ForeignBinary.of(start)
                .or(
                    () ->
                        wanted
                            ? Optional.of("is no workbook (.xlsx): import it without --format")
                            : Optional.empty()),
        input);
  }

  private Recognised sniffed(InputFile input, boolean anyFormat, boolean identified)
      throws UsageProblem, InputRefused {
    byte[] bytes;
    try {
      bytes = bytes(input);
    } catch (IOException e) {
      return new Recognised(named(anyFormat ? "csv" : "authgear"), true); // as its survey says
    }
    if (anyFormat && ForeignBinary.isWorkbook(bytes)) {
      return new Recognised(named("xlsx"), true);
    }
    refuse(ForeignBinary.of(bytes), input);
    String start = text(bytes);
    if (anyFormat) {
      refuse(ForeignFile.text(start), input);
    }
    if (COMMENTED_JSON.matcher(start).lookingAt()) {
      checkSyntax(input); // refuses the comment
    }
    if (start.startsWith("{") || start.startsWith("[")) {
      return ofJson(start, input, anyFormat, identified);
    }
    if (anyFormat) {
      UnknownJson.refuseOther(start, input);
      return new Recognised(named("csv"), looksLikeTable(start));
    }
    return new Recognised(named("authgear"), true);
  }

  private Recognised ofJson(String start, InputFile input, boolean anyFormat, boolean identified)
      throws UsageProblem, InputRefused {
    if (start.startsWith("[")) {
      boolean auth0 = anyFormat && Auth0Names.areIn(start);
      if (identified && start.substring(1).stripLeading().startsWith("{")) {
        return new Recognised(named("authgear-lines"), true);
      }
      if (anyFormat && !auth0) {
        checkSyntax(input);
        refuse(ForeignJson.array(start), input);
        UnknownJson.refuseRecords(start, input.name());
        UnknownJson.refuseOther(start, input);
      }
      return new Recognised(named(auth0 ? "auth0" : "authgear"), true);
    }
    List<String> names = TopLevelNames.of(start);
    if (anyFormat) {
      Optional<String> foreign = ForeignJson.object(start, names);
      if (foreign.isPresent()) {
        checkSyntax(input);
        refuse(foreign, input);
      }
      if (isRestAuth(start)) {
        return new Recognised(named("restauth"), true);
      }
      if (Auth0Names.areIn(start)) {
        return new Recognised(named("auth0"), true);
      }
    }
    boolean request = isRequest(start);
    if (anyFormat && !identified && !request && UnknownJson.isUnknown(names)) {
      checkSyntax(input);
      throw new UsageProblem(UnknownJson.message(input, start, names));
    }
    return new Recognised(named(request ? "authgear" : "authgear-lines"), !names.isEmpty());
  }

  /** Whether the first line has a delimiter, or is the name of a column. */
  private static boolean looksLikeTable(String start) {
    String line = start.lines().findFirst().orElse("");
    return COLUMNS.matcher(line).lookingAt();
  }

  private static void refuse(Optional<String> reason, InputFile input) throws InputRefused {
    if (reason.isPresent()) {
      throw new InputRefused(
          InputProblem.of(
              ProblemCode.UNREADABLE_INPUT,
              input.name() + " " + InputArgument.filledIn(reason.get(), input) + "."));
    }
  }

  /** A syntax error takes precedence over what the document is. */
  private static void checkSyntax(InputFile input) throws InputRefused {
    try {
      checkEncodingAndSyntax(input);
    } catch (IOException e) {
      // what the document is can be said all the same
    }
  }

  private static void checkEncodingAndSyntax(InputFile input) throws InputRefused, IOException {
    try {
      JsonSyntaxScan.check(input);
    } catch (BadEncoding e) {
      throw new InputRefused(EncodingAdvice.ofJson(input, e.problem(), Remedy.OPTION));
    }
  }

  /**
   * Whether the input is a request document rather than records: it has the members of a request,
   * or its first object spans several lines and has no names.
   */
  private static boolean isRequest(String start) {
    boolean named =
        TopLevelNames.of(start).stream()
            .anyMatch(
                name ->
                    name.equals("records") || name.equals("identifier") || name.equals("upsert"));
    return named
        || (TopLevelNames.of(start).isEmpty() && SPREAD_OVER_LINES.matcher(start).lookingAt());
  }

  private static boolean isRestAuth(String start) {
    List<String> names = TopLevelNames.of(start);
    return !names.contains("records")
        && (names.contains("services") || names.contains("users") || names.contains("groups"))
        && names.stream().noneMatch(UnknownJson.AUTHGEAR_IDENTIFIERS::contains);
  }

  private static byte[] bytes(InputFile input) throws IOException {
    try (InputStream in = input.open()) {
      return in.readNBytes(SNIFFED_BYTES);
    }
  }

  private static String text(byte[] bytes) {
    String start = new String(bytes, charset(bytes));
    int mark = 0;
    while (mark < start.length() && start.charAt(mark) == '\uFEFF') {
      mark++;
    }
    return start.substring(mark).stripLeading();
  }

  /**
   * The charset to detect the format with, by the byte order mark; {@code UTF_16} skips the mark
   * itself.
   */
  private static Charset charset(byte[] start) {
    boolean utf16 =
        start.length > 1
            && ((start[0] == (byte) 0xff && start[1] == (byte) 0xfe)
                || (start[0] == (byte) 0xfe && start[1] == (byte) 0xff));
    return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }
}
