package dev.muster.profile.csv;

import dev.muster.password.HashParts;
import dev.muster.prepare.Preparation;
import dev.muster.prepare.Prepared;
import dev.muster.read.SourceRecord;
import dev.muster.user.Realm;
import dev.muster.value.Value;
import java.util.List;

/**
 * Converts a table's rows to candidates. The fields of a record are its cells by column name. Every
 * cell is checked, so that all problems of a row are reported. Thread-safe.
 */
final class CsvPreparation implements Preparation {

  private final FieldPlaces places;
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
    this.wrongCells = wrongCells;
    this.places = new FieldPlaces(header);
    this.rules = new CellRules(header, realm, defaultCountry).all(hashes);
  }

  @Override
  public Prepared prepare(SourceRecord source) {
    Cells cells = places.cells(source);
    RowDraft row = new RowDraft(source.position(), cells, wrongCells);
    for (CellRule rule : rules) {
      rule.read(cells, row);
    }
    SurplusCells.of(source).ifPresent(row::wish);
    if (row.hasProblems() && isEmpty(source)) {
      row.sayEmpty();
    }
    return row.prepared();
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
