package dev.muster.profile.csv.mapping;

import dev.muster.problem.ShownText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments {@code --map} for the columns of one file, to be copied into a shell. A column has
 * its number instead of its name if the name is missing, occurs twice, or can't be copied because
 * it is long or has invisible characters. Not thread-safe.
 */
public final class MapArguments {

  private static final String SPECIAL_IN_DOUBLE_QUOTES = "!\"$`\\";

  private final List<String> header;
  private @Nullable Map<String, Integer> plainNames;
  private @Nullable Map<String, Integer> names;

  /**
   * Arguments for a file.
   *
   * @param header its header cells
   */
  public MapArguments(List<String> header) {
    this.header = header;
  }

  /** The header cells of the file. */
  public List<String> header() {
    return header;
  }

  /**
   * The argument that makes a column another one.
   *
   * @param place the 0-based place of the column
   * @param target the column that it becomes; {@code -} leaves it out
   */
  public String of(int place, String target) {
    return "--map " + quoted(name(place) + '=' + target);
  }

  /** The name of a column in a mapping: that of the file, or its number. */
  public String name(int place) {
    String cell = header.get(place);
    String name = cell.strip();
    boolean copied = !name.isEmpty() && name.equals(ShownText.cut(name));
    return copied && isFound(cell, name) ? name : SourceName.numbered(place);
  }

  /** Whether the name of a cell finds this cell alone. */
  private boolean isFound(String cell, String name) {
    if (cell.equals(name)) {
      return names().getOrDefault(name, 0) == 1;
    }
    return !names().containsKey(name) && plainNames().getOrDefault(SourceName.plain(name), 0) == 1;
  }

  private Map<String, Integer> names() {
    Map<String, Integer> counted = names;
    if (counted == null) {
      counted = new HashMap<>();
      for (String cell : header) {
        counted.merge(cell, 1, Integer::sum);
      }
      names = counted;
    }
    return counted;
  }

  private Map<String, Integer> plainNames() {
    Map<String, Integer> counted = plainNames;
    if (counted == null) {
      counted = new HashMap<>();
      for (String cell : header) {
        counted.merge(SourceName.plain(cell), 1, Integer::sum);
      }
      plainNames = counted;
    }
    return counted;
  }

  private static String quoted(String text) {
    if (text.indexOf('\'') < 0) {
      return '\'' + text + '\'';
    }
    boolean plain = text.chars().noneMatch(c -> SPECIAL_IN_DOUBLE_QUOTES.indexOf(c) >= 0);
    return plain ? '"' + text + '"' : '\'' + text.replace("'", "'\\''") + '\'';
  }
}
