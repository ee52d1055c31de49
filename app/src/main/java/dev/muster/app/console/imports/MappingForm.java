package dev.muster.app.console.imports;

import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.run.PreviewColumn;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.profile.csv.mapping.SourceName;
import dev.muster.profile.csv.suggest.Suggestion;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the mapping's editor, and the mapping that they make. A column's field has one of
 * the values below, or {@link #AS} and the name of what it becomes.
 */
final class MappingForm {

  /** The column is what its header cell says. */
  static final String SAME = "same";

  /** The column is ignored. */
  static final String IGNORED = "-";

  /** The column stays as it is mapped. */
  static final String KEPT = "keep";

  /** The column becomes what is suggested. */
  static final String SUGGESTED = "suggest";

  /** Before the name of a target. */
  static final String AS = "as:";

  private static final int WORDS_MAX = 50;

  private final Struct current;
  private final Struct.Builder columns;

  private MappingForm(Struct current) {
    this.current = current;
    this.columns = columnsOf(current).edit();
  }

  /** How a column is mapped; null if it is not. */
  static @Nullable Value mapped(UploadedFile file, PreviewColumn column) {
    Struct columns = columnsOf(mapping(file));
    for (String name : names(column)) {
      @Nullable String known = known(columns, name);
      if (known != null) {
        return columns.get(known);
      }
    }
    return null;
  }

  /** The names that a mapping may have for a column, the most specific one first. */
  private static List<String> names(PreviewColumn column) {
    return List.of(SourceName.numbered(column.place()), column.source(), column.name());
  }

  static Struct mapping(UploadedFile file) {
    return file.options().formatOptions().get(Mapping.OPTION) instanceof Struct mapping
        ? mapping
        : Struct.EMPTY;
  }

  private static Struct columnsOf(Struct mapping) {
    return mapping.get("columns") instanceof Struct columns ? columns : Struct.EMPTY;
  }

  private static @Nullable String known(Struct columns, String name) {
    String plain = SourceName.plain(name);
    return columns.names().stream()
        .filter(each -> SourceName.plain(each).equals(plain))
        .findFirst()
        .orElse(null);
  }

  /**
   * The mapping that the fields make of a file's mapping.
   *
   * @param field the value of a field; an empty text if there is none
   */
  static Struct read(UploadedFile file, List<PreviewColumn> all, UnaryOperator<String> field) {
    MappingForm form = new MappingForm(mapping(file));
    for (PreviewColumn column : all) {
      String choice = field.apply("target." + column.place());
      if (!choice.isEmpty()) {
        form.choose(column, choice, field);
      }
    }
    return form.mapping();
  }

  private void choose(PreviewColumn column, String choice, UnaryOperator<String> field) {
    if (choice.equals(KEPT)) {
      return;
    }
    forget(column);
    String source = column.source();
    if (choice.equals(IGNORED)) {
      columns.put(source, Value.of(IGNORED));
    } else if (choice.equals(SUGGESTED)) {
      column.suggestion().map(Suggestion::target).ifPresent(to -> columns.put(source, to));
    } else {
      boolean named = choice.startsWith(AS);
      String flags = field.apply("flags." + column.place()).strip();
      String target = named ? (choice.substring(AS.length()) + " " + flags).strip() : column.name();
      Struct words = words(column.place(), field);
      if (!words.isEmpty()) {
        columns.put(
            source, new Struct.Builder().put("to", Value.of(target)).put("values", words).build());
      } else if (named) {
        columns.put(source, Value.of(target));
      }
    }
  }

  /** Forgets how a column is mapped. A name that other columns have, too, is still theirs. */
  private void forget(PreviewColumn column) {
    for (String name : List.of(SourceName.numbered(column.place()), column.source())) {
      @Nullable String known = known(columns.build(), name);
      if (known != null) {
        columns.remove(known);
      }
    }
  }

  private static Struct words(int place, UnaryOperator<String> field) {
    Struct.Builder words = new Struct.Builder();
    for (int i = 0; i < WORDS_MAX; i++) {
      String word = field.apply("word." + place + "." + i);
      String meaning = field.apply("meaning." + place + "." + i);
      if (!word.isEmpty() && !meaning.isEmpty()) {
        words.put(word, Value.of(meaning));
      }
    }
    return words.build();
  }

  private Struct mapping() {
    Struct.Builder mapping = current.edit();
    mapping.remove("columns");
    if (columns.size() > 0) {
      mapping.put("columns", columns.build());
    }
    return mapping.build();
  }

  /** The words that a column's mapping replaces, by their text. */
  static Map<String, Value> replaced(@Nullable Value mapped) {
    Map<String, Value> words = new HashMap<>();
    if (mapped instanceof Struct members && members.get("values") instanceof Struct values) {
      for (String word : new ArrayList<>(values.names())) {
        Value meaning = values.get(word);
        if (meaning != null) {
          words.put(SourceName.plain(word), meaning);
        }
      }
    }
    return words;
  }
}
