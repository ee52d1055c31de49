package dev.muster.profile.csv;

import dev.muster.problem.Nearest;
import dev.muster.problem.SecretText;
import dev.muster.problem.ShownText;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.csv.mapping.UsualNames;
import dev.muster.value.Blanks;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says which column or attribute a header cell may mean, and which argument would take it. For one
 * header.
 */
final class HeaderAdvice {

  private static final String DECLARABLE = "[A-Za-z_][A-Za-z0-9_-]*";

  private static final String FLAGS =
      Arrays.stream(Flag.values()).map(Flag::wireName).collect(Collectors.joining(", "));

  private static final String HASH =
      "The name of a column seems to be a password hash, which is not shown: the file probably has"
          + " no header. Write the names of the columns in a row before the others.";

  /** Longer cells are no misspelt names. */
  private static final int NAME_LENGTH_MAX = 200;

  /** Nobody reads the advice for more wrong cells, and comparing takes time. */
  private static final int COMPARED_MAX = 200;

  private final Collection<AttributeDeclaration> attributes;
  private final Map<String, List<AttributeDeclaration>> byLabel;
  private @Nullable Map<String, String> namesByLetters;
  private int compared;
  private boolean toldOfWords;

  HeaderAdvice(Collection<AttributeDeclaration> attributes) {
    this.attributes = List.copyOf(attributes);
    this.byLabel =
        this.attributes.stream().collect(Collectors.groupingBy(each -> label(each.label())));
  }

  /** The only attribute whose label a cell is, without case; empty if there is none. */
  Optional<AttributeDeclaration> labelled(String cell) {
    List<AttributeDeclaration> found = byLabel.getOrDefault(label(cell), List.of());
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** A label as it is compared: without case, and with single blanks. */
  private static String label(String text) {
    StringBuilder label = new StringBuilder(String.join(" ", Blanks.words(text)));
    for (int i = 0; i < label.length(); i++) {
      label.setCharAt(i, Character.toLowerCase(Character.toUpperCase(label.charAt(i))));
    }
    return label.toString();
  }

  /** The message about a column that is neither of the dialect nor an attribute. */
  String unknown(String cell) {
    String text = Blanks.strip(cell);
    if (SecretText.isHash(text)) {
      return HASH;
    }
    String start = "There is no column or attribute " + ShownText.quoted(text);
    Optional<String> near = nearest(text);
    if (near.isPresent()) {
      return start
          + "; did you mean "
          + near.get()
          + "? To take it as that: "
          + option(text, near.get())
          + "; to leave the column out: "
          + option(text, "-")
          + '.';
    }
    String declared =
        text.matches(DECLARABLE)
            ? "declare it under attributes: in muster.yml"
            : "declare an attribute with this label in muster.yml";
    return start + ". To leave it out: " + option(text, "-") + "; to keep it, " + declared + ".";
  }

  /** The message about a target of a mapping that is neither of the dialect nor an attribute. */
  String unknownTarget(String name, String origin) {
    return "The mapping makes of "
        + origin
        + " a column "
        + ShownText.quoted(name)
        + ", but there is no such column or attribute"
        + nearest(name).map(near -> "; did you mean " + near + "?").orElse(".");
  }

  /** The message about a word that is no flag; the first one explains how a cell is read. */
  String unknownFlag(String word, String cell) {
    String message =
        "There is no flag " + ShownText.quoted(word) + "; the flags are " + FLAGS + ".";
    if (SecretText.isHash(cell)) {
      return HASH;
    }
    if (toldOfWords) {
      return message;
    }
    toldOfWords = true;
    return message
        + " The first word of a header cell is the column, the others are flags; if "
        + ShownText.quoted(cell)
        + " is one name: "
        + option(cell, Blanks.words(cell).get(0))
        + '.';
  }

  /** The argument that would take a whole cell as the column that its first word names. */
  static String option(String cell, String target) {
    return "--map " + CommandArgument.of(ShownText.cut(cell) + '=' + target);
  }

  private Optional<String> nearest(String text) {
    Optional<String> usual = UsualNames.meaning(text).flatMap(UsualNames.Meaning::column);
    if (usual.isPresent()) {
      return usual;
    }
    String letters = UsualNames.letters(text);
    if (letters.isEmpty() || letters.length() > NAME_LENGTH_MAX || compared == COMPARED_MAX) {
      return Optional.empty();
    }
    compared++;
    Map<String, String> names = namesByLetters();
    return Nearest.to(letters, names.keySet()).map(name -> names.getOrDefault(name, name));
  }

  /** All names that a column may have, by their letters in order; made on first use. */
  private Map<String, String> namesByLetters() {
    Map<String, String> made = namesByLetters;
    if (made == null) {
      made = new TreeMap<>();
      for (ColumnKind kind : ColumnKind.values()) {
        if (kind != ColumnKind.ATTRIBUTE && kind != ColumnKind.REJECT_REASON) {
          made.put(UsualNames.letters(kind.columnName()), kind.columnName());
        }
      }
      for (AttributeDeclaration attribute : attributes) {
        made.put(UsualNames.letters(attribute.name()), attribute.name());
        made.put(UsualNames.letters(attribute.label()), attribute.name());
      }
      namesByLetters = made;
    }
    return made;
  }
}
