package dev.muster.profile.csv;

import dev.muster.problem.SecretText;
import dev.muster.problem.ShownText;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.csv.mapping.MapArguments;
import dev.muster.profile.csv.mapping.UsualNames.Meaning;
import dev.muster.value.Blanks;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

  /** Nobody reads the advice for more wrong cells, and comparing takes time. */
  private static final int COMPARED_MAX = 200;

  private final Collection<AttributeDeclaration> attributes;
  private final Map<String, List<AttributeDeclaration>> byLabel;
  private final KeyAdvice key = new KeyAdvice();
  private @Nullable ColumnNames names;
  private int compared;
  private boolean toldOfWords;
  private boolean toldOfSuggestion;

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

  /**
   * The message about a column that is neither of the dialect nor an attribute; the first one names
   * the option that maps all columns.
   *
   * @param place the 0-based place of the column in the header
   */
  String unknown(MapArguments file, int place) {
    String text = Blanks.strip(file.header().get(place));
    if (SecretText.isHash(text)) {
      return HASH;
    }
    String start = "There is no column or attribute " + ShownText.quoted(text);
    String leaveOut = file.of(place, "-");
    Optional<String> near = meant(text);
    key.see(place, near);
    if (near.isPresent()) {
      return start
          + "; did you mean "
          + near.get()
          + "? To take it as that: "
          + file.of(place, near.get())
          + "; to leave the column out: "
          + leaveOut
          + '.'
          + suggestion();
    }
    return start
        + ". To leave it out: "
        + leaveOut
        + "; to keep it, "
        + keeping(text)
        + '.'
        + suggestion();
  }

  private static String keeping(String text) {
    Optional<Meaning> meaning = ColumnNames.meaning(text);
    if (meaning.equals(Optional.of(Meaning.FULL_NAME))) {
      return "divide it into first_name and last_name in a mapping file";
    }
    return (text.matches(DECLARABLE)
            ? "declare it under attributes: in muster.yml"
            : "declare an attribute with this label in muster.yml")
        + meaning.flatMap(Meaning::kind).map(kind -> ", of kind " + kind.wireName()).orElse("");
  }

  private String suggestion() {
    if (toldOfSuggestion) {
      return "";
    }
    toldOfSuggestion = true;
    return " A mapping of all columns: the same command with --suggest-map.";
  }

  /** The message about a target of a mapping that is neither of the dialect nor an attribute. */
  String unknownTarget(String name, String origin) {
    return "The mapping makes of "
        + origin
        + " a column "
        + ShownText.quoted(name)
        + ", but there is no such column or attribute"
        + names().typed(name).map(near -> "; did you mean " + near + "?").orElse(".");
  }

  /**
   * The message about a word that is no flag; the first one explains how a cell is read.
   *
   * @param place the 0-based place of the column in the header; negative for a constant
   */
  String unknownFlag(String word, String cell, MapArguments file, int place) {
    String message =
        "There is no flag " + ShownText.quoted(word) + "; the flags are " + FLAGS + ".";
    if (SecretText.isHash(cell)) {
      return HASH;
    }
    if (Flag.isFlag(meantFlag(word))) {
      return "There is no flag "
          + ShownText.quoted(word)
          + "; did you mean "
          + meantFlag(word)
          + '?';
    }
    boolean ofFile = place >= 0 && Blanks.strip(file.header().get(place)).equals(cell);
    if (toldOfWords || !ofFile) {
      return message;
    }
    toldOfWords = true;
    return message
        + " The first word of a header cell is the column, the others are flags; if "
        + ShownText.quoted(cell)
        + " is one name: "
        + file.of(place, Blanks.words(cell).get(0))
        + '.'
        + suggestion();
  }

  /** A word in small letters, with a hyphen after no. */
  private static String meantFlag(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.startsWith("no_") ? "no-" + lower.substring("no_".length()) : lower;
  }

  /**
   * The message that no column is the key.
   *
   * @param defaults the columns that are the key if no other is
   * @param columns the columns that there are
   */
  String noKey(MapArguments file, List<String> defaults, List<Column> columns) {
    return columns.stream()
        .filter(column -> HeaderParser.DEFAULT_KEYS.contains(column.kind()))
        .findFirst()
        .map(
            column ->
                "No column is the key, because "
                    + column.name()
                    + " need not be unique here: write the word key after a column's name, as in \""
                    + column.name()
                    + " key\".")
        .orElseGet(() -> key.message(file, defaults));
  }

  /**
   * The message that several columns are the key.
   *
   * @param keys these columns
   */
  static String severalKeys(List<Column> keys) {
    String names = keys.stream().map(Column::name).collect(Collectors.joining(", "));
    boolean source = keys.stream().anyMatch(column -> column.kind() == ColumnKind.SOURCE_ID);
    return "More than one column is the key: "
        + names
        + (source
            ? ". _source_id always is: take the word key from the others."
            : ". Take the word key from all but one.");
  }

  /**
   * The message that one of the columns about the source is missing.
   *
   * @param hasId whether it is that of the source's name
   */
  static String halfOfSource(boolean hasId) {
    return hasId
        ? "The column _source_id needs _source_name beside it, which says whose ids these are: add"
            + " a column, or in a mapping file constants: {_source_name: hr}."
        : "The column _source_name needs _source_id beside it, the ids of the users in that source;"
            + " or leave it out: --map '_source_name=-'.";
  }

  /** The message about a column without a name. */
  static String unnamed(MapArguments file, int place) {
    return "The column has no name. To leave it out: "
        + file.of(place, "-")
        + "; to keep it, as in "
        + file.of(place, "first_name")
        + '.';
  }

  /** The message about a column that the file has a second time. */
  static String repeated(String name, MapArguments file, int place) {
    return "There are two columns "
        + ShownText.quoted(name)
        + (place < 0 ? "." : "; to leave this one out: " + file.of(place, "-") + ".");
  }

  private Optional<String> meant(String text) {
    if (compared == COMPARED_MAX) {
      return Optional.empty();
    }
    compared++;
    return names().meant(text);
  }

  /** Made on first use. */
  private ColumnNames names() {
    ColumnNames made = names;
    if (made == null) {
      made = new ColumnNames(attributes);
      names = made;
    }
    return made;
  }
}
