package dev.muster.profile.csv.mapping;

import dev.muster.problem.Nearest;
import dev.muster.profile.DateForms;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a mapping as YAML or JSON has it. */
final class MappingReader {

  private static final String ATTRIBUTES = "attributes";
  private static final List<String> PARTS = List.of("columns", "constants", "joined", ATTRIBUTES);
  private static final List<String> COLUMN_KEYS =
      List.of("to", "split", "at", "formats", "default_country", "values");
  private static final List<String> JOIN_KEYS = List.of("from", "with");

  private MappingReader() {}

  static Mapping read(Struct given) throws BadMapping {
    Struct mapping = isOfColumnsOnly(given) ? Struct.of("columns", given) : given;
    for (String name : mapping.names()) {
      if (!PARTS.contains(name)) {
        throw new BadMapping(
            unknown("the mapping", name, PARTS)
                + ". What becomes of the file's columns is written below columns:, as in\n"
                + "columns:\n"
                + "  \"E-mail address\": email");
      }
    }
    Map<String, ColumnMapping> columns = new LinkedHashMap<>();
    Struct named = object("columns", mapping.get("columns"));
    for (int i = 0; i < named.size(); i++) {
      String name = named.nameAt(i);
      columns.put(name, column("columns: \"" + name + '"', named.valueAt(i)));
    }
    Map<String, String> constants = words("constants", mapping.get("constants"));
    for (String target : constants.keySet()) {
      target("constants", target);
    }
    Map<String, JoinedColumns> joined = new LinkedHashMap<>();
    Struct joins = object("joined", mapping.get("joined"));
    for (int i = 0; i < joins.size(); i++) {
      joined.put(
          target("joined", joins.nameAt(i)),
          joined("joined: " + joins.nameAt(i), joins.valueAt(i)));
    }
    return new Mapping(
        columns,
        constants,
        joined,
        MappedAttributes.read(object(ATTRIBUTES, mapping.get(ATTRIBUTES))));
  }

  /** Whether {@code columns:} was left out: all members say what becomes of a column. */
  private static boolean isOfColumnsOnly(Struct mapping) {
    for (int i = 0; i < mapping.size(); i++) {
      boolean column =
          mapping.valueAt(i) instanceof Value.Text
              || (mapping.valueAt(i) instanceof Struct members && members.has("to"));
      String name = mapping.nameAt(i);
      // a column may have the name of the part that declares attributes, whose value is no text
      if (!column || (PARTS.contains(name) && !name.equals(ATTRIBUTES))) {
        return false;
      }
    }
    return mapping.size() > 0;
  }

  private static ColumnMapping column(String where, Value value) throws BadMapping {
    if (!(value instanceof Struct members)) {
      return ColumnMapping.to(target(where, text(where, value)));
    }
    only(where, members, COLUMN_KEYS);
    @Nullable Value to = members.get("to");
    if (to == null) {
      throw new BadMapping(where + ": write to: and the column that it becomes");
    }
    List<String> targets = texts(where + ": to", to);
    if (targets.equals(List.of(ColumnMapping.IGNORED))) {
      return ignored(where, members);
    }
    for (String target : targets) {
      target(where, target);
    }
    Split split = split(where, members, targets.size());
    return new ColumnMapping(
        targets,
        split,
        new CellFormat(
            formats(where, members.get("formats")), country(where, members.get("default_country"))),
        values(where + ": values", members.get("values")));
  }

  private static ColumnMapping ignored(String where, Struct members) throws BadMapping {
    for (String name : members.names()) {
      if (!name.equals("to")) {
        throw new BadMapping(where + ": a column that is ignored takes no " + name + ":");
      }
    }
    return ColumnMapping.to(ColumnMapping.IGNORED);
  }

  /** Words and what replaces them; no two of them may be the same when a cell is compared. */
  private static Map<String, String> values(String where, @Nullable Value value) throws BadMapping {
    Map<String, String> words = words(where, value);
    Map<String, String> byPlainWord = new HashMap<>();
    for (Map.Entry<String, String> entry : words.entrySet()) {
      String word = entry.getKey();
      String other = byPlainWord.putIfAbsent(SourceName.plain(word), word);
      if (other != null && !entry.getValue().equals(words.get(other))) {
        throw new BadMapping(
            where
                + ": \""
                + other
                + "\" and \""
                + word
                + "\" are one word without case and accents, so give them one value");
      }
    }
    return words;
  }

  static String target(String where, String target) throws BadMapping {
    if (SourceName.plain(target).isEmpty()) {
      throw new BadMapping(where + ": the name of the column that it becomes is empty");
    }
    return target;
  }

  private static @Nullable Split split(String where, Struct members, int parts) throws BadMapping {
    @Nullable Value separator = members.get("split");
    @Nullable Value at = members.get("at");
    if (separator == null) {
      if (parts != 1) {
        throw new BadMapping(where + ": to: has several columns, so write split: and a separator");
      }
      return null;
    }
    if (parts < 2) {
      throw new BadMapping(where + ": split: needs several columns, as in to: [first, last]");
    }
    String which = at == null ? "first" : text(where + ": at", at);
    if (!which.equals("first") && !which.equals("last")) {
      throw new BadMapping(where + ": at: is first or last, not " + which);
    }
    String text = text(where + ": split", separator);
    if (text.isEmpty()) {
      throw new BadMapping(where + ": split: is a text between the parts, such as \" \"");
    }
    return new Split(text, parts, which.equals("last"));
  }

  private static DateForms formats(String where, @Nullable Value formats) throws BadMapping {
    try {
      return formats == null ? DateForms.NONE : DateForms.of(texts(where + ": formats", formats));
    } catch (IllegalArgumentException e) {
      throw new BadMapping(where + ": formats: " + e.getMessage());
    }
  }

  private static Optional<String> country(String where, @Nullable Value country) throws BadMapping {
    if (country == null) {
      return Optional.empty();
    }
    String code = text(where + ": default_country", country).toUpperCase(Locale.ROOT);
    if (!List.of(Locale.getISOCountries()).contains(code)) {
      throw new BadMapping(where + ": default_country: " + code + " is no code such as FR");
    }
    return Optional.of(code);
  }

  private static JoinedColumns joined(String where, Value value) throws BadMapping {
    Struct members = object(where, value);
    only(where, members, JOIN_KEYS);
    @Nullable Value from = members.get("from");
    @Nullable Value with = members.get("with");
    if (from == null) {
      throw new BadMapping(where + ": write from: [...] with the names of columns");
    }
    List<String> names = texts(where + ": from", from);
    if (names.isEmpty()) {
      throw new BadMapping(where + ": from: names no column");
    }
    return new JoinedColumns(names, with == null ? " " : text(where + ": with", with));
  }

  private static Map<String, String> words(String where, @Nullable Value value) throws BadMapping {
    Struct members = object(where, value);
    Map<String, String> words = new LinkedHashMap<>();
    for (int i = 0; i < members.size(); i++) {
      words.put(members.nameAt(i), text(where + ": " + members.nameAt(i), members.valueAt(i)));
    }
    return words;
  }

  private static List<String> texts(String where, Value value) throws BadMapping {
    List<String> texts = new ArrayList<>();
    if (value instanceof Value.Array array) {
      for (Value item : array.items()) {
        texts.add(text(where, item));
      }
    } else {
      texts.add(text(where, value));
    }
    return texts;
  }

  private static String text(String where, Value value) throws BadMapping {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    if (value instanceof Value.Num number) {
      return number.literal();
    }
    if (value instanceof Value.Bool flag) {
      return String.valueOf(flag.flag());
    }
    if (value instanceof Value.Null) {
      return "";
    }
    throw new BadMapping(where + " must be a text");
  }

  private static Struct object(String where, @Nullable Value value) throws BadMapping {
    if (value == null || value instanceof Value.Null) {
      return Struct.EMPTY;
    }
    if (value instanceof Struct struct) {
      return struct;
    }
    throw new BadMapping(where + " must have names and values");
  }

  private static void only(String where, Struct members, List<String> known) throws BadMapping {
    for (String name : members.names()) {
      if (!known.contains(name)) {
        throw new BadMapping(unknown(where, name, known));
      }
    }
  }

  private static String unknown(String where, String name, List<String> known) {
    return where
        + ": there is no key "
        + name
        + Nearest.to(name, known).map(near -> "; did you mean " + near + "?").orElse(".")
        + " Known here: "
        + String.join(", ", known);
  }
}
