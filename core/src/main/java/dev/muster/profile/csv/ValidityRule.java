package dev.muster.profile.csv;

import dev.muster.profile.DateForms;
import dev.muster.profile.DateSyntax;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code @valid-from} and {@code @valid-until}: from when on, and until when, the account works. A
 * date is its first moment in UTC. An empty cell removes the limit.
 *
 * @param column one of the two
 * @param last whether no other column about the valid period follows
 */
record ValidityRule(Column column, boolean last) implements CellRule {

  private static final String WANTED =
      "Enter a date or a time with its zone, as 2030-01-31 or 2030-01-31T08:00:00Z, not \"";
  private static final int SHOWN_MAX = 80;

  @Override
  public void read(Cells cells, RowDraft row) {
    String text = cells.at(column);
    if (text != null) {
      read(text, row);
    }
    if (last) {
      row.wish(new PeriodWish(column.columnIndex()));
    }
  }

  private void read(String text, RowDraft row) {
    Instant bound = text.isEmpty() ? null : instant(text);
    if (bound == null && !text.isEmpty()) {
      row.complain(column, WANTED + shown(text) + "\".");
    } else {
      row.wish(new ValidityWish(column, bound));
    }
  }

  private static String shown(String text) {
    return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "…";
  }

  private @Nullable Instant instant(String text) {
    DateForms forms = column.dates();
    String date = forms.isEmpty() ? ValueParser.isoDate(text) : forms.parse(text);
    return DateSyntax.instant(date == null ? text.replace(' ', 'T') : date + "T00:00:00Z");
  }
}
