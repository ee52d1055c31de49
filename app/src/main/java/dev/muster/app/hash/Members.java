package dev.muster.app.hash;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The members of a JSON object, or the columns of a table, in order. */
public final class Members {

  private final Map<String, String> json = new LinkedHashMap<>();

  /** Adds a text; returns this object. */
  Members with(String name, String text) {
    json.put(name, quoted(text));
    return this;
  }

  /** Adds a number; returns this object. */
  Members with(String name, long number) {
    json.put(name, Long.toString(number));
    return this;
  }

  /** Adds an object; returns this object. */
  Members with(String name, Members object) {
    json.put(name, object.toJson());
    return this;
  }

  /** The object in JSON. */
  public String toJson() {
    return json.entrySet().stream()
        .map(member -> quoted(member.getKey()) + ":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"' || letter == '\\') {
        quoted.append('\\').append(letter);
      } else if (letter < ' ') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
      } else {
        quoted.append(letter);
      }
    }
    return quoted.append('"').toString();
  }

  /** Only the names. */
  @Override
  public String toString() {
    return "Members" + json.keySet();
  }
}
