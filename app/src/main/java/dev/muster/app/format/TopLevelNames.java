package dev.muster.app.format;

import java.util.ArrayList;
import java.util.List;

/** Finds the names of a JSON object's direct members in the beginning of its text. */
final class TopLevelNames {

  private TopLevelNames() {}

  static List<String> of(String start) {
    List<String> names = new ArrayList<>();
    scan(start, names, '[', new ArrayList<>());
    return names;
  }

  /** The names of the members whose values are arrays. */
  static List<String> ofArrays(String start) {
    List<String> arrays = new ArrayList<>();
    scan(start, new ArrayList<>(), '[', arrays);
    return arrays;
  }

  /** The names of the members whose values are objects. */
  static List<String> ofObjects(String start) {
    List<String> objects = new ArrayList<>();
    scan(start, new ArrayList<>(), '{', objects);
    return objects;
  }

  /** Adds the names of members, and again of those whose values begin with a bracket. */
  private static void scan(String start, List<String> names, char bracket, List<String> found) {
    int depth = 0;
    boolean nameNext = false;
    for (int i = 0; i < start.length(); i++) {
      char c = start.charAt(i);
      if (c == '"') {
        int end = endOfString(start, i);
        if (depth == 1 && nameNext && end > 0) {
          names.add(start.substring(i + 1, end));
        }
        nameNext = false;
        i = end < 0 ? start.length() : end;
      } else if (c == '{' || c == '[') {
        if (depth == 1 && c == bracket && !names.isEmpty()) {
          found.add(names.get(names.size() - 1));
        }
        depth++;
        nameNext = c == '{';
      } else if (c == '}' || c == ']') {
        depth--;
        if (depth == 0) {
          return;
        }
      } else if (c == ',') {
        nameNext = true;
      }
    }
  }

  private static int endOfString(String text, int quote) {
    for (int i = quote + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        return i;
      }
    }
    return -1;
  }
}
