package dev.muster.profile.csv;

import static dev.muster.problem.ProblemCode.DUPLICATE_HEADER;
import static dev.muster.problem.ProblemCode.EMPTY_HEADER_ROW;
import static dev.muster.problem.ProblemCode.FLAG_FORBIDDEN_ON_SOURCE_COLUMNS;
import static dev.muster.problem.ProblemCode.INVALID_EXTERNAL_ID_PAIR;
import static dev.muster.problem.ProblemCode.INVALID_ROLE_COLUMN;
import static dev.muster.problem.ProblemCode.MISSING_KEY_COLUMN;
import static dev.muster.problem.ProblemCode.TOO_MANY_KEY_COLUMNS;
import static dev.muster.problem.ProblemCode.UNKNOWN_FLAG;
import static dev.muster.problem.ProblemCode.UNKNOWN_OR_MISSING_ATTRIBUTE;

import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.ShownText;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.csv.mapping.MapArguments;
import dev.muster.profile.csv.mapping.MappedColumn;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import dev.muster.value.Blanks;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses one header row and collects all its problems. For one use. */
final class HeaderParser {

  private static final String NOT = "no-";

  /** The columns of which the first one that is unique is the key, if no other is. */
  static final List<ColumnKind> DEFAULT_KEYS = List.of(ColumnKind.EMAIL, ColumnKind.USERNAME);

  private final Realm realm;
  private final Map<String, AttributeDeclaration> attributes = new HashMap<>();
  private final List<InputProblem> problems = new ArrayList<>(0);
  private final List<Column> columns = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final HeaderAdvice advice;
  private MapArguments file = new MapArguments(List.of());

  HeaderParser(Realm realm, List<AttributeDeclaration> attributes) {
    this.realm = realm;
    attributes.forEach(attribute -> this.attributes.putIfAbsent(attribute.name(), attribute));
    this.advice = new HeaderAdvice(this.attributes.values());
  }

  /**
   * Parses the header that a mapping makes of a file's.
   *
   * @param cells as the file has them
   */
  Header parse(List<String> cells, Mapping mapping) throws InputRefused {
    if (cells.isEmpty()) {
      throw new InputRefused(InputProblem.of(EMPTY_HEADER_ROW, "The first line is blank."));
    }
    file = new MapArguments(cells);
    List<MappedColumn> made = mapping.isEmpty() ? List.of() : mapping.apply(cells, this::name);
    if (mapping.isEmpty()) {
      for (int columnIndex = 0; columnIndex < cells.size(); columnIndex++) {
        add(column(cells.get(columnIndex), columnIndex));
      }
    } else {
      for (int place = 0; place < made.size(); place++) {
        add(column(made.get(place), place, cells));
      }
    }
    chooseKey();
    checkPairs();
    if (!problems.isEmpty()) {
      throw new InputRefused(problems);
    }
    return new Header(cells, columns, made.stream().map(MappedColumn::source).toList());
  }

  private void add(@Nullable Column column) {
    if (column != null) {
      columns.add(column);
    }
  }

  /** A column that a mapping makes; null if it is invalid. */
  private @Nullable Column column(MappedColumn made, int place, List<String> cells) {
    String origin =
        made.place() < 0 ? "a constant" : ShownText.quoted(cells.get(made.place()).strip());
    List<String> words = Blanks.words(made.target());
    if (made.mapped()
        && !words.isEmpty()
        && !isKnown(words.get(0))
        && advice.labelled(made.target()).isEmpty()) {
      refuse(
          UNKNOWN_OR_MISSING_ATTRIBUTE, made.place(), advice.unknownTarget(words.get(0), origin));
      return null;
    }
    Column column = column(made.target(), made.place());
    return column == null
        ? null
        : new Column(
            column.name(),
            column.columnIndex(),
            column.kind(),
            column.flags(),
            column.declaration(),
            place,
            made.format());
  }

  /** The column that a cell declares; null if it is invalid. */
  private @Nullable Column column(String cell, int columnIndex) {
    List<String> words = words(cell);
    if (words.isEmpty()) {
      refuse(UNKNOWN_OR_MISSING_ATTRIBUTE, columnIndex, HeaderAdvice.unnamed(file, columnIndex));
      return null;
    }
    String name = words.get(0);
    ColumnKind kind = kind(name);
    if (kind == ColumnKind.REJECT_REASON) {
      return new Column(name, columnIndex, kind, Set.of(), Optional.empty());
    }
    boolean sentence = !words.stream().skip(1).allMatch(Flag::isFlag);
    if (!isKnown(name) && sentence) {
      refuse(UNKNOWN_OR_MISSING_ATTRIBUTE, columnIndex, advice.unknown(file, columnIndex));
      return null;
    }
    if (!names.add(name)) {
      refuse(DUPLICATE_HEADER, columnIndex, HeaderAdvice.repeated(name, file, columnIndex));
      return null;
    }
    if (!isKnown(name)) {
      refuse(UNKNOWN_OR_MISSING_ATTRIBUTE, columnIndex, advice.unknown(file, columnIndex));
      return null;
    }
    EnumSet<Flag> flags = DefaultFlags.of(kind, realm);
    if (kind.isOfSource()) {
      forbidFlags(name, words);
    } else {
      words
          .subList(1, words.size())
          .forEach(word -> apply(word, flags, kind, columnIndex, Blanks.strip(cell)));
    }
    Optional<AttributeDeclaration> declaration =
        kind == ColumnKind.ATTRIBUTE ? declared(name) : Optional.empty();
    return new Column(name, columnIndex, kind, flags, declaration);
  }

  /**
   * The name and the flags in a cell. A cell that is the label of an attribute, and no name with
   * flags, is that attribute's name.
   */
  private List<String> words(String cell) {
    List<String> words = Blanks.words(cell);
    if (words.isEmpty()
        || (isKnown(words.get(0)) && words.stream().skip(1).allMatch(Flag::isFlag))) {
      return words;
    }
    return advice.labelled(cell).map(label -> List.of(label.name())).orElse(words);
  }

  /** The name of the column that a cell declares; empty if the cell is blank. */
  private String name(String cell) {
    List<String> words = words(cell);
    return words.isEmpty() ? "" : words.get(0);
  }

  /** Whether each cell begins with a name, or is a label, of a column. */
  boolean areNames(List<String> cells) {
    return cells.stream().map(this::name).allMatch(this::isKnown);
  }

  private boolean isKnown(String name) {
    return kind(name) != ColumnKind.ATTRIBUTE || attributes.containsKey(name);
  }

  /** An attribute may have the name of a column that only describes a hash. */
  private ColumnKind kind(String name) {
    ColumnKind kind = ColumnKind.named(name).orElse(ColumnKind.ATTRIBUTE);
    boolean describes = kind.hashPart().isPresent() && kind != ColumnKind.PASSWORD_HASH;
    return describes && attributes.containsKey(name) ? ColumnKind.ATTRIBUTE : kind;
  }

  private Optional<AttributeDeclaration> declared(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  private void forbidFlags(String name, List<String> words) {
    if (words.size() > 1) {
      problems.add(
          InputProblem.at(
              FLAG_FORBIDDEN_ON_SOURCE_COLUMNS,
              "The column " + name + " takes no flags, such as \"" + words.get(1) + "\".",
              1,
              0));
    }
  }

  private void apply(
      String word, EnumSet<Flag> flags, ColumnKind kind, int columnIndex, String cell) {
    boolean value = !word.startsWith(NOT);
    Optional<Flag> named = Flag.named(value ? word : word.substring(NOT.length()));
    if (named.isEmpty()) {
      refuse(UNKNOWN_FLAG, columnIndex, advice.unknownFlag(word, cell, file, columnIndex));
    } else if (!value) {
      flags.remove(named.get());
    } else if (named.get() == Flag.KEY && !kind.findsUsers()) {
      refuse(
          UNKNOWN_FLAG, columnIndex, "No user can be found by this column: it can't be the key.");
    } else {
      flags.add(named.get());
    }
  }

  private void chooseKey() {
    List<Column> keys = columns.stream().filter(column -> column.has(Flag.KEY)).toList();
    if (keys.size() > 1) {
      problems.add(InputProblem.of(TOO_MANY_KEY_COLUMNS, HeaderAdvice.severalKeys(keys)));
    }
    if (keys.isEmpty() && DEFAULT_KEYS.stream().noneMatch(this::makeKey)) {
      problems.add(InputProblem.of(MISSING_KEY_COLUMN, advice.noKey(file, defaultKeys(), columns)));
    }
  }

  private List<String> defaultKeys() {
    return DEFAULT_KEYS.stream()
        .filter(kind -> DefaultFlags.of(kind, realm).contains(Flag.UNIQUE))
        .map(ColumnKind::columnName)
        .toList();
  }

  /** Makes the column of a kind the key, if there is one and it is unique; true if so. */
  private boolean makeKey(ColumnKind kind) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (column.kind() == kind && column.scope() != UniqueScope.NONE) {
        columns.set(i, column.with(Flag.KEY));
        return true;
      }
    }
    return false;
  }

  private void checkPairs() {
    boolean hasSourceId = has(ColumnKind.SOURCE_ID);
    if (has(ColumnKind.SOURCE_NAME) != hasSourceId) {
      problems.add(
          InputProblem.of(INVALID_EXTERNAL_ID_PAIR, HeaderAdvice.halfOfSource(hasSourceId)));
    }
    if (has(ColumnKind.ROLE_NAME) && has(ColumnKind.ROLE_SLUG)) {
      problems.add(
          InputProblem.of(
              INVALID_ROLE_COLUMN,
              "There are both columns _role_name and _role_slug: leave one out, as in --map"
                  + " '_role_slug=-'."));
    }
    if (!has(ColumnKind.PASSWORD_HASH)) {
      columns.stream()
          .filter(column -> column.kind().hashPart().isPresent())
          .forEach(this::refusePartOfNoHash);
    }
  }

  private void refusePartOfNoHash(Column column) {
    refuse(
        UNKNOWN_OR_MISSING_ATTRIBUTE,
        column.columnIndex(),
        "The column " + column.name() + " needs a column password_hash.");
  }

  private boolean has(ColumnKind kind) {
    return columns.stream().anyMatch(column -> column.kind() == kind);
  }

  private void refuse(ProblemCode code, int columnIndex, String message) {
    problems.add(InputProblem.at(code, message, 1, columnIndex + 1));
  }
}
