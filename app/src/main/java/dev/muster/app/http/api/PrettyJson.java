package dev.muster.app.http.api;

import dev.muster.app.json.JsonText;
import dev.muster.value.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes plain objects, as a YAML parser makes them, as JSON for human readers. */
final class PrettyJson {

  private static final String INDENT = "  ";

  private PrettyJson() {}

  /** The text; a text that is a whole example stays as it is. */
  static String of(Object example) {
    if (example instanceof String text) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    append(out, example, "\n");
    return out.toString();
  }

  private static void append(StringBuilder out, @Nullable Object value, String newLine) {
    String inner = newLine + INDENT;
    if (value instanceof Map<?, ?> members) {
      String separator = "";
      out.append('{');
      for (Map.Entry<?, ?> member : members.entrySet()) {
        out.append(separator).append(inner);
        JsonText.quote(out, String.valueOf(member.getKey()));
        out.append(": ");
        append(out, member.getValue(), inner);
        separator = ",";
      }
      out.append(members.isEmpty() ? "" : newLine).append('}');
    } else if (value instanceof List<?> items) {
      String separator = "";
      out.append('[');
      for (Object item : items) {
        out.append(separator).append(inner);
        append(out, item, inner);
        separator = ",";
      }
      out.append(items.isEmpty() ? "" : newLine).append(']');
    } else if (value instanceof String text) {
      JsonText.append(out, Value.of(text));
    } else {
      out.append(value);
    }
  }
}
