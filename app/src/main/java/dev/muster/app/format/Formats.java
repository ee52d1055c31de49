package dev.muster.app.format;

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
import java.util.Set;
import java.util.regex.Pattern;

/** All formats, by name; detects the format of an input by its first bytes. */
public final class Formats {

  /** The name that requests detection. */
  public static final String AUTO = "auto";

  /** The name that requests Authgear's request document, whatever the input looks like. */
  public static final String AUTHGEAR_REQUEST = "authgear-request";

  /** Matches a text whose first line ends within an object. */
  private static final Pattern SPREAD_OVER_LINES = Pattern.compile("[^\\n]*[{\\[,:]\\s*\\n");

  private static final Pattern SCALAR = Pattern.compile("(null|true|false|-?\\d[\\d.eE+-]*)\\s*");

  /**
   * A record of Authgear may have {@code groups} too; these members distinguish it from a RestAuth
   * document.
   */
  private static final Set<String> AUTHGEAR_IDENTIFIERS =
      Set.of("email", "preferred_username", "phone_number");

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
    return switch (name) {
      case AUTO -> sniffed(input, true);
      case "authgear" -> sniffed(input, false);
      case AUTHGEAR_REQUEST -> named("authgear");
      default -> named(name);
    };
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

  private ImportFormat sniffed(InputFile input, boolean anyFormat)
      throws UsageProblem, InputRefused {
    String start;
    try {
      start = start(input);
    } catch (IOException e) {
      return named(anyFormat ? "csv" : "authgear"); // its survey reports the same error
    }
    if (anyFormat && start.startsWith("{") && isRestAuth(start)) {
      return named("restauth");
    }
    if (anyFormat && Auth0Names.areIn(start)) {
      return named("auth0");
    }
    if (start.startsWith("{")) {
      return named(isRequest(start) ? "authgear" : "authgear-lines");
    }
    if (anyFormat) {
      refuseOther(start, input.name());
    }
    return named(anyFormat ? "csv" : "authgear");
  }

  /**
   * Rejects inputs that are neither a JSON object nor a table: an empty text, and other JSON
   * values.
   */
  private static void refuseOther(String start, String name) throws UsageProblem, InputRefused {
    if (start.isEmpty()) {
      throw new InputRefused(
          InputProblem.of(
              ProblemCode.UNKNOWN_CSV_DIALECT,
              name + " is empty, or only white space: there is nothing to import"));
    }
    boolean array = start.startsWith("[");
    if (array || SCALAR.matcher(start).matches()) {
      throw new UsageProblem(
          name
              + (array
                  ? " is an array of other things than Auth0's users"
                  : " is only the JSON value " + start.strip())
              + ", which no format of this version is:"
              + " auth0 wants [{\"email\": …}, …],"
              + " authgear wants {\"identifier\": …, \"records\": […]} or one record a line,"
              + " restauth {\"services\": …, \"users\": …, \"groups\": …}");
    }
  }

  /**
   * Whether the input is a request document rather than NDJSON: it has the members of a request, or
   * its first object spans several lines.
   */
  private static boolean isRequest(String start) {
    boolean named =
        TopLevelNames.of(start).stream()
            .anyMatch(
                name ->
                    name.equals("records") || name.equals("identifier") || name.equals("upsert"));
    return named || SPREAD_OVER_LINES.matcher(start).lookingAt();
  }

  private static boolean isRestAuth(String start) {
    List<String> names = TopLevelNames.of(start);
    return !names.contains("records")
        && (names.contains("services") || names.contains("users") || names.contains("groups"))
        && names.stream().noneMatch(AUTHGEAR_IDENTIFIERS::contains);
  }

  private static String start(InputFile input) throws IOException {
    try (InputStream in = input.open()) {
      byte[] bytes = in.readNBytes(SNIFFED_BYTES);
      String start = new String(bytes, charset(bytes));
      return (start.startsWith("\uFEFF") ? start.substring(1) : start).stripLeading();
    }
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
