package dev.muster.profile.csv.suggest;

import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.AttributeKind;
import dev.muster.profile.csv.ColumnKind;
import dev.muster.profile.csv.Flag;
import dev.muster.profile.csv.mapping.UsualNames;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns that a table can have: those of the dialect, and the declared attributes. */
final class Targets {

  private final Map<String, AttributeDeclaration> attributes = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  Targets(List<AttributeDeclaration> declared) {
    for (AttributeDeclaration each : declared) {
      attributes.putIfAbsent(each.name(), each);
      names.putIfAbsent(UsualNames.letters(each.name()), each.name());
      names.putIfAbsent(UsualNames.letters(each.label()), each.name());
    }
    for (ColumnKind kind : ColumnKind.values()) {
      if (!kind.columnName().isEmpty()) {
        names.putIfAbsent(UsualNames.letters(kind.columnName()), kind.columnName());
      }
    }
    names.remove("");
  }

  /** The name in a header cell that is right already, flags and all; empty for other cells. */
  Optional<String> asItIs(String cell) {
    String[] words = cell.split("\\s+");
    boolean known = attributes.containsKey(words[0]) || isColumn(words[0]);
    boolean flags = Arrays.stream(words).skip(1).allMatch(Targets::isFlag);
    return known && flags ? Optional.of(words[0]) : Optional.empty();
  }

  /** The name that a cell is when only letters and digits count; empty if there is none. */
  Optional<String> named(String cell) {
    return Optional.ofNullable(names.get(UsualNames.letters(cell)));
  }

  /** The only attribute of a kind; empty if there are several or none. */
  Optional<String> only(AttributeKind kind) {
    List<String> found =
        attributes.values().stream()
            .filter(each -> each.kind() == kind)
            .map(AttributeDeclaration::name)
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** A declared yes or no of a meaning, such as an attribute {@code active}; empty if none is. */
  Optional<String> flag(UsualNames.Meaning meaning) {
    return attributes.values().stream()
        .filter(each -> each.kind() == AttributeKind.BOOLEAN)
        .filter(
            each ->
                UsualNames.meaning(each.name()).equals(Optional.of(meaning))
                    || UsualNames.meaning(each.label()).equals(Optional.of(meaning)))
        .map(AttributeDeclaration::name)
        .min(String::compareTo);
  }

  /** The suggestion that a column becomes another one, with the forms and words of its cells. */
  Suggestion column(
      String cell, String name, ColumnCells cells, Certainty certainty, String reason) {
    Optional<AttributeKind> kind = Optional.ofNullable(attributes.get(name)).map(it -> it.kind());
    String target = asItIs(cell).isPresent() ? cell : name;
    if (kind.filter(AttributeKind.DATE::equals).isPresent()) {
      return date(cell, name, target, cells, certainty, reason);
    }
    if (kind.filter(AttributeKind.BOOLEAN::equals).isPresent() && cells.areBooleans()) {
      boolean aboutClosed =
          UsualNames.meaning(cell).equals(Optional.of(UsualNames.Meaning.DISABLED));
      Struct values =
          BooleanWords.values(cells.words(), word -> BooleanWords.isYes(word, aboutClosed));
      return Suggestion.of(cell, name, full(target, "values", values), certainty, reason);
    }
    return Suggestion.of(cell, name, Value.of(target), certainty, reason);
  }

  private static Suggestion date(
      String cell,
      String name,
      String target,
      ColumnCells cells,
      Certainty certainty,
      String reason) {
    List<String> forms = cells.dateForms();
    if (cells.isEmpty() || forms.isEmpty() || forms.contains("yyyy-mm-dd")) {
      return Suggestion.of(cell, name, Value.of(target), certainty, reason);
    }
    List<Value> choices = forms.stream().<Value>map(form -> dates(target, form)).toList();
    return forms.size() == 1
        ? Suggestion.of(cell, name, choices.get(0), certainty, reason)
        : Suggestion.toChoose(
            cell,
            name,
            "its dates may be " + String.join(" or ", forms) + "; keep one of these lines",
            choices);
  }

  private static Struct dates(String target, String form) {
    return full(target, "formats", new Value.Array(List.of(Value.of(form))));
  }

  private static Struct full(String target, String member, Value value) {
    return new Struct.Builder().put("to", Value.of(target)).put(member, value).build();
  }

  private static boolean isColumn(String name) {
    return Arrays.stream(ColumnKind.values())
        .anyMatch(kind -> !name.isEmpty() && kind.columnName().equals(name));
  }

  private static boolean isFlag(String word) {
    return Flag.isFlag(word);
  }
}
