package dev.muster.profile.csv;

import dev.muster.password.HashParts;
import dev.muster.prepare.Preparation;
import dev.muster.prepare.Prepared;
import dev.muster.problem.ShownText;
import dev.muster.read.SourceRecord;
import dev.muster.user.Realm;
import dev.muster.value.Blanks;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.List;

/**
 * Converts a table's rows to candidates. The fields of a record are its cells by column name. Every
 * cell is checked, so that all problems of a row are reported. Thread-safe.
 */
final class CsvPreparation implements Preparation {

  private final Header header;
  private final FieldPlaces places;
  private final Struct names;
  private final List<CellRule> rules;
  private final WrongCells wrongCells;

  /**
   * The preparation of one table.
   *
   * @param defaultCountry ISO 3166 code for phone numbers without a country code
   * @param hashes reads password hashes
   */
  CsvPreparation(
      Header header,
      Realm realm,
      String defaultCountry,
      HashParts.Reader hashes,
      WrongCells wrongCells) {
    this.header = header;
    this.wrongCells = wrongCells;
    this.places = new FieldPlaces(header);
    this.names = names(header);
    this.rules = new CellRules(header, realm, defaultCountry).all(hashes);
  }

  /** The cells of the header, by the names that the fields of records have. */
  private static Struct names(Header header) {
    Struct.Builder names = new Struct.Builder();
    if (header.isMapped()) {
      header.cells().forEach(cell -> names.put(cell, Value.of(Blanks.strip(cell))));
    } else {
      for (Column column : header.columns()) {
        names.put(column.name(), Value.of(Blanks.strip(header.cells().get(column.columnIndex()))));
      }
    }
    return names.build();
  }

  @Override
  public Prepared prepare(SourceRecord source) {
    Cells cells = places.cells(source);
    RowDraft row = new RowDraft(source.position(), cells, wrongCells);
    CellErrors errors = CellErrors.of(header, source);
    if (errors != null) {
      cells = withoutErrors(cells, errors, row);
    }
    for (CellRule rule : rules) {
      rule.read(cells, row);
    }
    SurplusCells.of(source).ifPresent(row::wish);
    if (row.hasProblems() && isEmpty(source)) {
      row.say("The row is empty.");
    } else {
      StrayRow.of(source, names).ifPresent(row::sayStray);
    }
    return row.prepared();
  }

  /** The cells of a row; those that show an error are refused, and have no text. */
  private Cells withoutErrors(Cells cells, CellErrors errors, RowDraft row) {
    for (Column column : header.columns()) {
      String error = errors.at(column);
      if (error != null && column.kind() != ColumnKind.REJECT_REASON) {
        row.refuseCell(
            column,
            "The cell shows the error "
                + ShownText.cut(error)
                + " instead of a value: mend it in the spreadsheet program.");
      }
    }
    return column -> errors.at(column) == null ? cells.at(column) : null;
  }

  /** Whether all cells are blank, or hold only control characters such as Ctrl-Z. */
  private static boolean isEmpty(SourceRecord source) {
    for (int i = 0; i < source.fields().size(); i++) {
      if (source.fields().valueAt(i) instanceof Value.Text text
          && !text.text().chars().allMatch(Character::isISOControl)) {
        return false;
      }
    }
    return true;
  }
}
