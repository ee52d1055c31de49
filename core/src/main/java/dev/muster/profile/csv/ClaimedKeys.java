package dev.muster.profile.csv;

import dev.muster.user.Key;
import dev.muster.user.Realm;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * The values that no two rows of a table may share, read for the survey from the cells that hold
 * them. Thread-safe.
 */
public final class ClaimedKeys {

  private final List<CellRule> rules;
  private final BitSet columns = new BitSet();

  /**
   * The keys of one table.
   *
   * @param defaultCountry as the preparation has it
   */
  public ClaimedKeys(Header header, Realm realm, String defaultCountry) {
    this.rules = new CellRules(header, realm, defaultCountry).ofClaims();
    for (Column column : header.columns()) {
      if (column.isClaimed() || column.kind().isOfSource()) {
        columns.set(column.columnIndex());
      }
    }
  }

  /** Whether the cells of a column are looked at. */
  public boolean concern(int columnIndex) {
    return columns.get(columnIndex);
  }

  /** Passes on the keys of one row, also of one that will fail. */
  public void forEach(Cells cells, Consumer<Key> action) {
    for (CellRule rule : rules) {
      Key key = rule.claimedBy(cells);
      if (key != null) {
        action.accept(key);
      }
    }
  }
}
