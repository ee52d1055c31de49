package dev.muster.profile.csv.suggest;

import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.AttributeKind;
import dev.muster.profile.csv.ColumnKind;
import dev.muster.profile.csv.mapping.MapArguments;
import dev.muster.profile.csv.mapping.SourceName;
import dev.muster.profile.csv.mapping.UsualNames;
import dev.muster.profile.csv.mapping.UsualNames.Meaning;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Guesses what the columns of a table are. A name counts more than cells: names and labels of the
 * settings, then names of the dialect, then usual names in four languages. What can't be placed is
 * left out. For one table.
 */
public final class MappingSuggestion {

  private static final String DISABLED = ColumnKind.DISABLED.columnName();

  private final List<String> header;
  private final List<List<String>> rows;
  private final Targets targets;

  private MappingSuggestion(
      List<String> header, List<List<String>> rows, List<AttributeDeclaration> attributes) {
    this.header = header;
    this.rows = rows;
    this.targets = new Targets(attributes);
  }

  /**
   * The suggestions for a table, one for each column.
   *
   * @param header the cells of its first row
   * @param rows some of its other rows
   */
  public static List<Suggestion> of(
      List<String> header, List<List<String>> rows, List<AttributeDeclaration> attributes) {
    return new MappingSuggestion(header, rows, attributes).suggestions();
  }

  /** The mapping that the suggestions make, without columns about which a person has to choose. */
  public static Struct mapping(List<Suggestion> suggestions) {
    Struct.Builder columns = new Struct.Builder();
    suggestions.stream()
        .filter(each -> !each.isOpen())
        .forEach(each -> columns.put(each.column(), each.target()));
    return Struct.of("columns", columns.build());
  }

  private List<Suggestion> suggestions() {
    List<Suggestion> found = new ArrayList<>();
    MapArguments names = new MapArguments(header);
    int used = header.size();
    while (used > 0
        && header.get(used - 1).isBlank()
        && new ColumnCells(rows, used - 1).isEmpty()) {
      used--;
    }
    for (int place = 0; place < used; place++) {
      ColumnCells cells = new ColumnCells(rows, place);
      String name = names.name(place);
      boolean findable = SourceName.places(name, header).equals(List.of(place));
      if (findable) {
        String cell = header.get(place).strip();
        Suggestion suggestion = cell.isEmpty() ? seen(cell, cells) : suggestion(cell, cells);
        Suggestion named = name.equals(cell) ? suggestion : suggestion.numbered(name);
        found.add(named.takingAsEmpty(cells.nothings()));
      }
    }
    return withoutRepetitions(found);
  }

  private Suggestion suggestion(String name, ColumnCells cells) {
    Optional<String> known = targets.asItIs(name);
    if (known.isPresent()) {
      return targets.column(name, known.get(), cells, Certainty.SURE, "its name already");
    }
    Optional<String> named = targets.named(name);
    if (named.isPresent() && !named.get().equals(DISABLED)) {
      return targets.column(name, named.get(), cells, Certainty.SURE, "the same name or label");
    }
    Optional<Meaning> meaning = UsualNames.meaning(name);
    Certainty certainty = Certainty.SURE;
    if (meaning.isEmpty()) {
      certainty = Certainty.LIKELY;
      meaning =
          UsualNames.meaningInAnyOrder(name)
              .or(() -> UsualNames.meaning(name.replaceAll("[(\\[].*?[)\\]]", "")));
    }
    return meaning.isPresent()
        ? meant(name, meaning.get(), cells, certainty)
        : ofTable(name, cells).orElseGet(() -> seen(name, cells));
  }

  /** The suggestion for a name such as {@code u.email}; empty for other names. */
  private Optional<Suggestion> ofTable(String name, ColumnCells cells) {
    String bare = UsualNames.withoutTable(name);
    if (bare.equals(name)) {
      return Optional.empty();
    }
    Optional<String> named = targets.named(bare).filter(it -> !it.equals(DISABLED));
    return named.isPresent()
        ? Optional.of(
            targets.column(
                name, named.get(), cells, Certainty.LIKELY, "the same name behind a table's"))
        : UsualNames.meaning(bare).map(meaning -> meant(name, meaning, cells, Certainty.LIKELY));
  }

  private Suggestion meant(String name, Meaning meaning, ColumnCells cells, Certainty certainty) {
    return switch (meaning) {
      case EMAIL ->
          cells.isEmpty() || cells.areEmails()
              ? targets.column(name, "email", cells, certainty, "a usual name")
              : targets.column(
                  name,
                  "email",
                  cells,
                  Certainty.LIKELY,
                  "a usual name; some cells are no addresses");
      case PASSWORD -> password(name, cells);
      case FULL_NAME -> fullName(name, cells);
      case ENABLED, DISABLED ->
          targets
              .flag(meaning)
              .map(flag -> targets.column(name, flag, cells, Certainty.LIKELY, "the same meaning"))
              .orElseGet(() -> disabled(name, meaning == Meaning.ENABLED, cells));
      case PHONE -> ofKind(name, AttributeKind.PHONE_NUMBER, "phone", cells);
      case BIRTH -> ofKind(name, AttributeKind.DATE, "birth", cells);
      case SOURCE_ID ->
          Suggestion.leftOut(name, "as _source_id it would need a constant _source_name");
      case USERNAME, FIRST_NAME, LAST_NAME, SALT, SCHEME, ROLE ->
          targets.column(name, meaning.column().orElseThrow(), cells, certainty, "a usual name");
    };
  }

  private Suggestion password(String name, ColumnCells cells) {
    if (!cells.isEmpty() && !cells.areHashes()) {
      return Suggestion.leftOut(name, "the cells are no password hashes");
    }
    return Suggestion.of(
        name,
        "password_hash",
        Value.of("password_hash"),
        cells.areBareHashes() ? Certainty.LIKELY : Certainty.SURE,
        cells.areBareHashes() ? bareHashes(cells.digest()) : "a usual name");
  }

  private String bareHashes(String digest) {
    if (has(Meaning.SCHEME)) {
      return "a usual name";
    }
    return has(Meaning.SALT)
        ? "digests with a salt: add constants: {password_scheme: digest, password_digest: "
            + (digest.isEmpty() ? "…" : digest)
            + ", password_input: \"{salt}{password}\"} or {password}{salt}; muster hash solve"
            + " tells which"
        : "hashes that do not tell their scheme: add constants: {password_scheme: "
            + (digest.isEmpty() || digest.equals("md5") ? "…" : "hex-" + digest)
            + "}; muster hash identify names it";
  }

  /** A last name if the table has first names too; otherwise both in one. */
  private Suggestion fullName(String name, ColumnCells cells) {
    boolean firstNames = has(Meaning.FIRST_NAME);
    boolean lastNames = has(Meaning.LAST_NAME);
    boolean displayed = !List.of("name", "nom").contains(UsualNames.letters(name));
    if (firstNames && !lastNames && !displayed) {
      return targets.column(
          name, "last_name", cells, Certainty.LIKELY, "there are first names beside it");
    }
    if (firstNames || lastNames || (!cells.isEmpty() && !cells.haveSeveralWords())) {
      return Suggestion.leftOut(name, "the names are in other columns, or can't be told apart");
    }
    boolean commas = cells.haveCommas();
    List<Value> to =
        commas
            ? List.of(Value.of("last_name"), Value.of("first_name"))
            : List.of(Value.of("first_name"), Value.of("last_name"));
    Struct.Builder split =
        new Struct.Builder()
            .put("split", Value.of(commas ? "," : " "))
            .put("to", new Value.Array(to));
    if (!commas) {
      split.put("at", Value.of("last"));
    }
    return new Suggestion(
        name,
        split.build(),
        "",
        Certainty.GUESS,
        "both names in one cell; check the order",
        List.of());
  }

  /**
   * The suggestion for a column about closed accounts.
   *
   * @param turned whether the column asks which accounts work instead; then an empty cell says no
   */
  private static Suggestion disabled(String name, boolean turned, ColumnCells cells) {
    if (!cells.isEmpty() && !cells.areBooleans()) {
      return Suggestion.leftOut(name, "the cells are no words for yes and no");
    }
    Struct.Builder values =
        BooleanWords.values(cells.words(), word -> BooleanWords.isYes(word, !turned) != turned)
            .edit();
    if (turned && cells.haveGaps()) {
      values.put("", Value.of("true"));
    }
    Value target =
        cells.isEmpty()
            ? Value.of(DISABLED)
            : new Struct.Builder()
                .put("to", Value.of(DISABLED))
                .put("values", values.build())
                .build();
    return Suggestion.of(name, DISABLED, target, Certainty.LIKELY, "a usual name");
  }

  private Suggestion ofKind(String name, AttributeKind kind, String what, ColumnCells cells) {
    Optional<String> only = targets.only(kind);
    return only.isPresent()
        ? targets.column(
            name,
            only.get(),
            cells,
            Certainty.LIKELY,
            "the only attribute of kind " + kind.wireName())
        : Suggestion.leftOut(
            name, "a " + what + ", if an attribute of kind " + kind.wireName() + " is declared");
  }

  /** A column whose name says nothing. */
  private Suggestion seen(String name, ColumnCells cells) {
    if (cells.areMostlyEmails()) {
      return targets.column(
          name, "email", cells, Certainty.GUESS, "the cells are e-mail addresses");
    }
    if (cells.areHashes() && !cells.areBareHashes()) {
      return Suggestion.of(
          name,
          "password_hash",
          Value.of("password_hash"),
          Certainty.GUESS,
          "the cells are password hashes");
    }
    Optional<String> date = targets.only(AttributeKind.DATE);
    return date.isPresent() && cells.areDates()
        ? targets.column(name, date.get(), cells, Certainty.GUESS, "the cells are dates")
        : Suggestion.leftOut(name, "not known");
  }

  private boolean has(Meaning meaning) {
    Predicate<String> means =
        name ->
            UsualNames.meaning(name).equals(Optional.of(meaning))
                || meaning.column().equals(targets.asItIs(name.strip()));
    return header.stream().anyMatch(means);
  }

  /** Of several columns for one target, the surest one, or the first of them. */
  private static List<Suggestion> withoutRepetitions(List<Suggestion> found) {
    Map<String, Suggestion> best = new HashMap<>();
    for (Suggestion each : found) {
      @Nullable Suggestion other = best.get(each.name());
      if (other == null || each.certainty().compareTo(other.certainty()) < 0) {
        best.put(each.name(), each);
      }
    }
    List<Suggestion> all = new ArrayList<>();
    for (Suggestion each : found) {
      Suggestion chosen = best.get(each.name());
      all.add(
          each.name().isEmpty() || each.equals(chosen) || chosen == null
              ? each
              : Suggestion.leftOut(
                  each.column(), each.name() + " is \"" + chosen.column() + "\" already"));
    }
    return all;
  }
}
