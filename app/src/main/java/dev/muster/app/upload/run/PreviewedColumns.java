package dev.muster.app.upload.run;

import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.TableSample;
import dev.muster.password.HashPart;
import dev.muster.problem.InputRefused;
import dev.muster.problem.SecretText;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.AttributeKind;
import dev.muster.profile.csv.Column;
import dev.muster.profile.csv.ColumnKind;
import dev.muster.profile.csv.Flag;
import dev.muster.profile.csv.Header;
import dev.muster.profile.csv.mapping.MapArguments;
import dev.muster.profile.csv.mapping.MappedColumn;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.profile.csv.suggest.ColumnCells;
import dev.muster.profile.csv.suggest.Suggestion;
import dev.muster.value.Blanks;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of a previewed table: what they become, and which of their cells are hidden. */
final class PreviewedColumns {

  private static final int EXAMPLES_MAX = 3;
  private static final int WORDS_MAX = 20;

  private final TableSample sample;
  private final List<Suggestion> suggestions;
  private final MapArguments names;
  private final Optional<Header> header;

  /** The header cells that each column of the file becomes, by its place. */
  private final Map<Integer, List<String>> targets;

  PreviewedColumns(TableSample sample, List<Suggestion> suggestions, ImportOptions options) {
    this.sample = sample;
    this.suggestions = suggestions;
    this.names = new MapArguments(sample.header());
    Mapping mapping = Mapping.stored(options.formatOptions());
    this.header = parsed(sample.header(), mapping, options);
    this.targets = targets(sample.header(), mapping);
  }

  private static Optional<Header> parsed(
      List<String> cells, Mapping mapping, ImportOptions options) {
    int size = cells.size();
    while (size > 1 && cells.get(size - 1).isBlank()) {
      size--;
    }
    try {
      return Optional.of(
          Header.parse(cells.subList(0, size), mapping, options.realm(), options.attributes()));
    } catch (InputRefused e) {
      return Optional.empty(); // the problems are on the header cells
    }
  }

  private static Map<Integer, List<String>> targets(List<String> cells, Mapping mapping) {
    Map<Integer, List<String>> targets = new HashMap<>();
    try {
      if (!mapping.isEmpty()) {
        for (MappedColumn made : mapping.apply(cells, target -> "")) {
          for (int place : made.source().places()) {
            targets.computeIfAbsent(place, each -> new ArrayList<>()).add(made.target());
          }
        }
        return targets;
      }
    } catch (InputRefused e) {
      // the mapping does not fit: the cells are taken for what they say
    }
    for (int place = 0; place < cells.size(); place++) {
      targets.put(place, List.of(cells.get(place)));
    }
    return targets;
  }

  /**
   * All columns.
   *
   * @param notes remarks on the header cells, by place
   */
  List<PreviewColumn> all(List<List<CellNote>> notes) {
    List<PreviewColumn> columns = new ArrayList<>();
    for (int place = 0; place < sample.header().size(); place++) {
      String name = sample.header().get(place).strip();
      List<Column> made = columns(place);
      columns.add(
          new PreviewColumn(
              name,
              place,
              names.name(place),
              made.stream().map(Column::name).toList(),
              flags(made),
              notes.get(place),
              suggestion(place),
              texts(place).limit(EXAMPLES_MAX).toList(),
              made.stream().anyMatch(PreviewedColumns::takesWords) ? words(place) : List.of()));
    }
    return columns;
  }

  /** The columns of the dialect that a column of the file becomes. */
  private List<Column> columns(int place) {
    return header
        .map(
            known ->
                known.columns().stream()
                    .filter(
                        column ->
                            known.isMapped()
                                ? known.sources().get(column.place()).places().contains(place)
                                : column.columnIndex() == place)
                    .toList())
        .orElse(List.of());
  }

  private static Set<Flag> flags(List<Column> columns) {
    EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    columns.forEach(column -> flags.addAll(column.flags()));
    return flags;
  }

  private Optional<Suggestion> suggestion(int place) {
    String name = names.name(place);
    return suggestions.stream().filter(each -> each.column().equals(name)).findFirst();
  }

  private static boolean takesWords(Column column) {
    @Nullable AttributeKind kind =
        column.declaration().map(AttributeDeclaration::kind).orElse(null);
    return kind == AttributeKind.BOOLEAN
        || kind == AttributeKind.ENUM
        || column.kind() == ColumnKind.ROLE_NAME
        || column.kind() == ColumnKind.ROLE_SLUG
        || column.kind() == ColumnKind.DISABLED;
  }

  private List<String> words(int place) {
    List<String> words = texts(place).limit(WORDS_MAX + 1).toList();
    return words.size() > WORDS_MAX ? List.of() : words;
  }

  /** The different values of a column that may be shown. */
  private Stream<String> texts(int place) {
    return sample.rows().stream()
        .filter(row -> place < row.size())
        .map(row -> row.get(place).strip())
        .filter(text -> !text.isEmpty() && !hides(place, text))
        .distinct();
  }

  /** The cells of a row with the remarks on them. */
  List<ReportCell> cells(List<String> row, List<PlacedNote> notes) {
    List<ReportCell> cells = new ArrayList<>();
    for (int place = 0; place < sample.header().size(); place++) {
      int at = place;
      boolean there = place < row.size();
      boolean secret = there && hides(place, row.get(place).strip());
      cells.add(
          new ReportCell(
              sample.header().get(place).strip(),
              there
                  ? Optional.of(secret ? ReportCell.PLACEHOLDER : row.get(place))
                  : Optional.empty(),
              secret,
              false,
              notes.stream().filter(note -> note.place() == at).map(PlacedNote::note).toList()));
    }
    return cells;
  }

  /** Whether a cell is, or seems to be, a secret part of a password hash. */
  private boolean hides(int place, String text) {
    List<String> possible = new ArrayList<>(targets.getOrDefault(place, List.of()));
    suggestion(place).map(Suggestion::name).ifPresent(possible::add);
    List<HashPart> parts =
        possible.stream()
            .map(Blanks::words)
            .filter(words -> !words.isEmpty())
            .flatMap(words -> HashPart.named(words.get(0)).stream())
            .toList();
    return parts.isEmpty()
        ? SecretText.isSecretName(sample.header().get(place)) || ColumnCells.isHash(text)
        : parts.stream().anyMatch(part -> part.hides(text));
  }
}
