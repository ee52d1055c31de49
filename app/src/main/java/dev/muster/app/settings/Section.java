package dev.muster.app.settings;

import dev.muster.problem.Nearest;
import dev.muster.value.Struct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mapping inside a settings file; its error messages name the file and the full path. */
final class Section {

  /** In place of an item of a list that is not read. */
  static final Object LEFT_OUT = new Object();

  private final String file;
  private final List<String> place;
  private final Map<String, @Nullable Object> members;

  /** The whole file. */
  Section(String file, Object content) throws SettingsProblem {
    this(file, List.of(), content);
  }

  private Section(String file, List<String> place, Object content) throws SettingsProblem {
    this.file = file;
    this.place = place;
    if (!(content instanceof Map<?, ?> map)) {
      throw new SettingsProblem(
          file
              + ": "
              + (place.isEmpty() ? "the file" : path(place))
              + " must be a mapping of names to values",
          place);
    }
    this.members = new LinkedHashMap<>();
    map.forEach(
        (key, value) ->
            members.put(String.valueOf(key), value)); // a YAML key such as 2024 is a number
  }

  List<String> keys() {
    return members.keySet().stream().map(String::valueOf).toList();
  }

  /** Rejects unknown keys, suggesting the most similar known one. */
  void only(List<String> known) throws SettingsProblem {
    for (String key : keys()) {
      if (!known.contains(key)) {
        throw new SettingsProblem(
            file
                + ": unknown key "
                + at(key)
                + Nearest.to(key, known).map(near -> "; did you mean " + near + "?").orElse(";")
                + " Known here: "
                + known.stream().sorted().collect(Collectors.joining(", ")),
            placeOf(key));
      }
    }
  }

  Section section(String key) throws SettingsProblem {
    Object value = members.get(key);
    return new Section(file, placeOf(key), value == null ? Map.of() : value);
  }

  List<Section> sections(String key) throws SettingsProblem {
    List<Section> sections = new ArrayList<>();
    List<?> items = list(key);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) != LEFT_OUT) {
        sections.add(new Section(file, below(placeOf(key), item(i)), items.get(i)));
      }
    }
    return sections;
  }

  /** A member with everything in it as values, as JSON would have it. */
  Struct struct(String key) throws SettingsProblem {
    return YamlValues.of(section(key).members);
  }

  Optional<String> text(String key) throws SettingsProblem {
    Object value = members.get(key);
    if (value instanceof Map || value instanceof List) {
      throw problem(key, "must be a text");
    }
    return Optional.ofNullable(value).map(String::valueOf);
  }

  /** Whether a member is a mapping itself. */
  boolean isSection(String key) {
    return members.get(key) instanceof Map;
  }

  /**
   * A member that must be a text in YAML already: a number would lose leading zeros, and another
   * spelling of it.
   */
  String quoted(String key) throws SettingsProblem {
    if (members.get(key) instanceof String text) {
      return text;
    }
    throw problem(key, "must be a text: put it in quotes");
  }

  String required(String key) throws SettingsProblem {
    return text(key).orElseThrow(() -> problem(key, "is missing"));
  }

  List<String> texts(String key) throws SettingsProblem {
    List<String> texts = new ArrayList<>();
    for (Object item : list(key)) {
      texts.add(String.valueOf(item));
    }
    return texts;
  }

  Optional<Boolean> flag(String key) throws SettingsProblem {
    Object value = members.get(key);
    if (value != null && !(value instanceof Boolean)) {
      throw problem(key, "must be true or false");
    }
    return Optional.ofNullable((Boolean) value);
  }

  Optional<Double> number(String key) throws SettingsProblem {
    Object value = members.get(key);
    if (value != null && !(value instanceof Number)) {
      throw problem(key, "must be a number");
    }
    return Optional.ofNullable((Number) value).map(Number::doubleValue);
  }

  /** A whole number within bounds. */
  OptionalLong whole(String key, long least, long greatest) throws SettingsProblem {
    Object value = members.get(key);
    if (value == null) {
      return OptionalLong.empty();
    }
    if (!(value instanceof Integer || value instanceof Long)
        || ((Number) value).longValue() < least
        || ((Number) value).longValue() > greatest) {
      throw problem(key, "must be a whole number from " + least + " to " + greatest);
    }
    return OptionalLong.of(((Number) value).longValue());
  }

  SettingsProblem problem(String key, String message) {
    return new SettingsProblem(file + ": " + at(key) + ": " + message, placeOf(key));
  }

  /** A problem of a name that is not shown, because it may be a secret. */
  SettingsProblem problemOfName(String key, String message) {
    return new SettingsProblem(file + ": " + at("…") + ": " + message, placeOf(key));
  }

  private List<?> list(String key) throws SettingsProblem {
    @Nullable Object value = members.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw problem(key, "must be a list");
    }
    return list;
  }

  private String at(String key) {
    return path(placeOf(key));
  }

  private List<String> placeOf(String key) {
    return below(place, key);
  }

  /** The step of a place to an item of a list. */
  static String item(int index) {
    return "[" + index + "]";
  }

  private static List<String> below(List<String> place, String step) {
    List<String> longer = new ArrayList<>(place);
    longer.add(step);
    return List.copyOf(longer);
  }

  private static String path(List<String> place) {
    return String.join(".", place).replace(".[", "[");
  }
}
