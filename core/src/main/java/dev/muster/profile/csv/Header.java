package dev.muster.profile.csv;

import dev.muster.problem.InputRefused;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.csv.mapping.CellSource;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.profile.csv.mapping.SourceCells;
import dev.muster.user.Realm;
import dev.muster.value.Blanks;
import java.util.List;
import java.util.Optional;

/**
 * The first row of a table: which columns there are, and how their cells are used. Immutable.
 *
 * <pre>"email key",first_name,"family_reference unique no-update"</pre>
 *
 * @param cells as the file has them
 * @param columns without a mapping one for each cell, in their order; exactly one is the key
 * @param sources where the cells of each column come from; empty without a mapping
 */
public record Header(List<String> cells, List<Column> columns, List<CellSource> sources) {

  public Header {
    cells = List.copyOf(cells);
    columns = List.copyOf(columns);
    sources = List.copyOf(sources);
  }

  /** A header without a mapping. */
  public Header(List<String> cells, List<Column> columns) {
    this(cells, columns, List.of());
  }

  /**
   * Parses a header row.
   *
   * @param realm determines the defaults: login ids that are unique in it must be unique in the
   *     file
   * @param attributes the attributes that muster.yml declares
   * @throws InputRefused with all problems: first those of cells, in their order, then those of the
   *     whole row
   */
  public static Header parse(List<String> cells, Realm realm, List<AttributeDeclaration> attributes)
      throws InputRefused {
    return parse(cells, Mapping.NONE, realm, attributes);
  }

  /**
   * Parses the header row that a mapping makes of a file's.
   *
   * @param cells as the file has them
   * @throws InputRefused like {@link #parse(List, Realm, List)}; if the mapping does not fit, with
   *     the reasons for that
   */
  public static Header parse(
      List<String> cells, Mapping mapping, Realm realm, List<AttributeDeclaration> attributes)
      throws InputRefused {
    return new HeaderParser(realm, attributes).parse(cells, mapping);
  }

  /** Whether each cell of a row begins with a name, or is a label, of a column. */
  public static boolean areNames(
      List<String> cells, Realm realm, List<AttributeDeclaration> attributes) {
    return new HeaderParser(realm, attributes).areNames(cells);
  }

  /** How many cells of a row begin with the name of a column, or of a declared attribute. */
  public static long knownNames(List<String> cells, List<AttributeDeclaration> attributes) {
    return cells.stream()
        .map(Blanks::words)
        .filter(words -> !words.isEmpty())
        .map(words -> words.get(0))
        .filter(
            name ->
                ColumnKind.named(name).isPresent()
                    || attributes.stream().anyMatch(declared -> declared.name().equals(name)))
        .count();
  }

  /** The column that matches rows with users. */
  public Column key() {
    return columns.stream().filter(column -> column.has(Flag.KEY)).findFirst().orElseThrow();
  }

  /** The only column of a kind other than {@link ColumnKind#ATTRIBUTE}. */
  public Optional<Column> column(ColumnKind kind) {
    return columns.stream().filter(column -> column.kind() == kind).findFirst();
  }

  public boolean isMapped() {
    return !sources.isEmpty();
  }

  /** The cells of the columns in a row of the file. */
  public Cells cells(SourceCells row) {
    return isMapped()
        ? column -> sources.get(column.place()).read(row)
        : column -> row.at(column.columnIndex());
  }

  /** The 0-based places of the file's cells that a column needs. */
  List<Integer> sourcePlaces(Column column) {
    return isMapped() ? sources.get(column.place()).places() : List.of(column.columnIndex());
  }
}
