package dev.muster.app.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The formats there are, by name, and how to tell them from the first bytes of an input. */
public final class Formats {

  /** Stands for: look at the input. */
  public static final String AUTO = "auto";

  private static final int SNIFFED_BYTES = 1 << 16;

  private final Map<String, ImportFormat> byName = new LinkedHashMap<>();

  public Formats(List<ImportFormat> formats) {
    formats.forEach(format -> byName.put(format.name(), format));
  }

  /**
   * The format with a name; {@code auto}, and {@code authgear} with its two writings, are decided
   * by the input.
   *
   * @throws UsageProblem if there is no such format
   */
  public ImportFormat of(String name, InputFile input) throws UsageProblem {
    return switch (name) {
      case AUTO -> sniffed(input, true);
      case "authgear" -> sniffed(input, false);
      default -> named(name);
    };
  }

  /** The format on record under a name. */
  public ImportFormat named(String name) throws UsageProblem {
    ImportFormat format = byName.get(name);
    if (format == null) {
      throw new UsageProblem(
          "there is no format " + name + "; there are auto, " + String.join(", ", byName.keySet()));
    }
    return format;
  }

  private ImportFormat sniffed(InputFile input, boolean anyFormat) throws UsageProblem {
    String start = start(input);
    if (!start.startsWith("{")) {
      if (anyFormat && start.startsWith("[")) {
        throw new UsageProblem(
            input.name()
                + " is a JSON array, which no format of this version is:"
                + " authgear wants {\"identifier\": …, \"records\": […]} or one record a line");
      }
      return named(anyFormat ? "csv" : "authgear");
    }
    return named(isRequest(start) ? "authgear" : "authgear-lines");
  }

  /** A request document names its parts at its top; a line of NDJSON is a whole record. */
  private static boolean isRequest(String start) {
    String firstLine = start.lines().findFirst().orElse("").strip();
    return !firstLine.endsWith("}")
        || TopLevelNames.of(start).stream()
            .anyMatch(
                name ->
                    name.equals("records") || name.equals("identifier") || name.equals("upsert"));
  }

  private static String start(InputFile input) {
    try (InputStream in = input.open()) {
      String start = new String(in.readNBytes(SNIFFED_BYTES), StandardCharsets.UTF_8);
      return (start.startsWith("\uFEFF") ? start.substring(1) : start).stripLeading();
    } catch (IOException e) {
      return ""; // the survey meets the same error and tells it
    }
  }
}
