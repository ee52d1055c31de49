package dev.muster.profile.csv;

import dev.muster.user.Key;
import dev.muster.user.Realm;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** Extracts, for the survey, the values of a row that no other row may have. Thread-safe. */
public final class ClaimedKeys {

  private final List<CellRule> rules;
  private final BitSet columns = new BitSet();

  /**
   * The keys of one table.
   *
   * @param defaultCountry ISO 3166 code for phone numbers without a country code
   */
  public ClaimedKeys(Header header, Realm realm, String defaultCountry) {
    this.rules = new CellRules(header, realm, defaultCountry).ofClaims();
    for (Column column : header.columns()) {
      if (column.isClaimed() || column.kind().isOfSource()) {
        header.sourcePlaces(column).forEach(columns::set);
      }
    }
  }

  /** Whether the cells of a column are needed. */
  public boolean concern(int columnIndex) {
    return columns.get(columnIndex);
  }

  /** Passes the keys of a row to {@code action}, even if the row will fail. */
  public void forEach(Cells cells, Consumer<Key> action) {
    for (CellRule rule : rules) {
      Key key = rule.claimedBy(cells);
      if (key != null) {
        action.accept(key);
      }
    }
  }
}
