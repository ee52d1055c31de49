package dev.muster.profile.csv.mapping;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one column of a file: ignored, one column, or one for each part of its cells.
 *
 * @param to the header cells that it becomes; none if it is ignored, several if it is split, of
 *     which {@link #IGNORED} stands for a part that is left out
 * @param split how its cells are divided; null if they are not
 * @param values words that are replaced
 */
record ColumnMapping(
    List<String> to, @Nullable Split split, CellFormat format, Map<String, String> values) {

  /** The target of a column that is ignored, or of a part of one. */
  static final String IGNORED = "-";

  ColumnMapping {
    to = List.copyOf(to);
    values = Map.copyOf(values);
  }

  /** A column that is renamed, or ignored. */
  static ColumnMapping to(String target) {
    List<String> targets = target.equals(IGNORED) ? List.of() : List.of(target);
    return new ColumnMapping(targets, null, CellFormat.PLAIN, Map.of());
  }

  /** What becomes of the column at a place. Parts of a split column may be ignored. */
  List<MappedColumn> at(int place) {
    List<MappedColumn> columns = new ArrayList<>();
    for (int part = 0; part < to.size(); part++) {
      String target = to.get(part);
      if (!target.equals(IGNORED)) {
        columns.add(new MappedColumn(target, place, source(place, part), format, true));
      }
    }
    return columns;
  }

  private CellSource source(int place, int part) {
    if (split != null) {
      return new CellSource.Part(place, split, part);
    }
    if (values.isEmpty()) {
      return new CellSource.Same(place);
    }
    Map<String, String> words = new LinkedHashMap<>();
    values.forEach((word, value) -> words.put(SourceName.plain(word), value));
    return new CellSource.Worded(place, Map.copyOf(words));
  }

  /** The short form if it is only renamed or ignored, otherwise an object. */
  Value toValue() {
    boolean plain = split == null && values.isEmpty() && format.equals(CellFormat.PLAIN);
    if (plain) {
      return Value.of(to.isEmpty() ? IGNORED : to.get(0));
    }
    Struct.Builder members = new Struct.Builder();
    if (split == null) {
      members.put("to", Value.of(to.get(0)));
    } else {
      members.put("to", texts(to)).put("split", Value.of(split.separator()));
      if (split.fromEnd()) {
        members.put("at", Value.of("last"));
      }
    }
    if (!format.dates().isEmpty()) {
      members.put("formats", texts(format.dates().patterns()));
    }
    Optional<String> country = format.defaultCountry();
    country.ifPresent(code -> members.put("default_country", Value.of(code)));
    if (!values.isEmpty()) {
      Struct.Builder words = new Struct.Builder();
      values.keySet().stream()
          .sorted()
          .forEach(word -> words.put(word, Value.of(values.getOrDefault(word, ""))));
      members.put("values", words.build());
    }
    return members.build();
  }

  static Value.Array texts(List<String> texts) {
    return new Value.Array(texts.stream().<Value>map(Value::of).toList());
  }
}
