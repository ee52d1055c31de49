package dev.muster.profile.csv;

import dev.muster.password.HashSchemes;
import dev.muster.prepare.Preparation;
import dev.muster.prepare.Prepared;
import dev.muster.read.SourceRecord;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import java.util.List;

/**
 * Makes candidates of a table's rows, whose cells are the record's fields by column name. Every
 * cell is checked, so that a row that fails has all its problems reported. Thread-safe.
 */
final class CsvPreparation implements Preparation {

  private final List<CellRule> rules;

  /**
   * The preparation of one table.
   *
   * @param defaultCountry ISO 3166 code for phone numbers without a country code
   * @param schemes the encodings that a password hash may have
   */
  CsvPreparation(Header header, Realm realm, String defaultCountry, HashSchemes schemes) {
    this.rules = new CellRules(header, realm, defaultCountry).all(schemes);
  }

  @Override
  public Prepared prepare(SourceRecord source) {
    Struct fields = source.fields();
    Cells cells = column -> fields.text(column.name());
    RowDraft row = new RowDraft(source.position());
    for (CellRule rule : rules) {
      rule.read(cells, row);
    }
    return row.prepared();
  }
}
