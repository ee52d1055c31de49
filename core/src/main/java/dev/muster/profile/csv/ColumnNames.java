package dev.muster.profile.csv;

import dev.muster.problem.Nearest;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.AttributeKind;
import dev.muster.profile.csv.mapping.UsualNames;
import dev.muster.profile.csv.mapping.UsualNames.Meaning;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the column or attribute that another name means: first by usual names, then by slips of
 * typing. Roles and columns that begin with {@code @} or {@code _} are never found by a slip.
 */
final class ColumnNames {

  /** Longer texts are no misspelt names. */
  private static final int NAME_LENGTH_MAX = 200;

  private final List<AttributeDeclaration> attributes;
  private final Map<String, String> byLetters = new TreeMap<>();
  private final Map<String, String> byWords = new HashMap<>();
  private final Map<String, String> byLettersIfMistyped = new TreeMap<>();

  ColumnNames(Collection<AttributeDeclaration> attributes) {
    this.attributes = List.copyOf(attributes);
    for (ColumnKind kind : ColumnKind.values()) {
      if (kind != ColumnKind.ATTRIBUTE && kind != ColumnKind.REJECT_REASON) {
        add(kind.columnName(), kind.columnName());
      }
    }
    for (AttributeDeclaration attribute : attributes) {
      add(attribute.name(), attribute.name());
      add(attribute.label(), attribute.name());
    }
  }

  private void add(String name, String target) {
    String letters = UsualNames.letters(name);
    byLetters.put(letters, target);
    byWords.putIfAbsent(UsualNames.sortedWords(name.replace('_', ' ')), target);
    if (name.charAt(0) != '@' && name.charAt(0) != '_') {
      byLettersIfMistyped.put(letters, target);
    }
  }

  /** What the name of a file's column usually means; empty if it is not a usual one. */
  static Optional<Meaning> meaning(String name) {
    return UsualNames.meaning(name).or(() -> UsualNames.meaningInAnyOrder(name));
  }

  /** The column or attribute that the name of a file's column means. */
  Optional<String> meant(String name) {
    String letters = UsualNames.letters(name);
    if (letters.isEmpty() || letters.length() > NAME_LENGTH_MAX) {
      return Optional.empty();
    }
    Optional<String> same =
        Optional.ofNullable(byLetters.get(letters))
            .or(() -> Optional.ofNullable(byWords.get(UsualNames.sortedWords(name))));
    if (same.isPresent()) {
      return same;
    }
    Optional<Meaning> meaning = meaning(name);
    if (meaning.isPresent()) {
      return attribute(meaning.get()).or(meaning.get()::column);
    }
    String bare = UsualNames.withoutTable(name);
    return bare.equals(name) ? mistyped(letters, byLettersIfMistyped) : meant(bare);
  }

  /** The column or attribute that somebody wanted to type who knows what there is. */
  Optional<String> typed(String name) {
    String letters = UsualNames.letters(name);
    if (letters.isEmpty() || letters.length() > NAME_LENGTH_MAX) {
      return Optional.empty();
    }
    return Optional.ofNullable(byLetters.get(letters)).or(() -> mistyped(letters, byLetters));
  }

  private static Optional<String> mistyped(String letters, Map<String, String> names) {
    return Nearest.mistyped(letters, names.keySet()).map(near -> names.getOrDefault(near, near));
  }

  /** The only attribute of a meaning: by its name or label, or by its kind. */
  private Optional<String> attribute(Meaning meaning) {
    List<String> named =
        attributes.stream()
            .filter(each -> means(each.name(), meaning) || means(each.label(), meaning))
            .map(AttributeDeclaration::name)
            .toList();
    Optional<AttributeKind> kind = meaning.kind();
    List<String> found =
        named.isEmpty() && kind.isPresent()
            ? attributes.stream()
                .filter(each -> each.kind() == kind.get())
                .map(AttributeDeclaration::name)
                .toList()
            : named;
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static boolean means(String name, Meaning meaning) {
    return UsualNames.meaning(name).equals(Optional.of(meaning));
  }
}
