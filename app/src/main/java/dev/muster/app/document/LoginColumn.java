package dev.muster.app.document;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Writes the rows of a report with a last column that has the login of the record's user. Users are
 * looked up in portions. For one thread.
 */
final class LoginColumn {

  private static final int ROWS_AT_ONCE = 500;

  private final CsvWriter table;
  private final UserLogins known;
  private final List<Row> waiting = new ArrayList<>();

  LoginColumn(CsvWriter table, UserLogins known) {
    this.table = table;
    this.known = known;
  }

  private record Row(List<String> cells, OptionalLong user, String login) {}

  /** Writes the names of the columns. */
  void header(String... names) {
    write(Arrays.asList(names), "login");
  }

  /**
   * Writes a row.
   *
   * @param user the number of the user that it is about; empty if the user has none
   * @param login the login if the user has no number; empty if it is about nobody
   */
  void row(OptionalLong user, String login, String... cells) {
    waiting.add(new Row(Arrays.asList(cells), user, login));
    if (waiting.size() == ROWS_AT_ONCE) {
      flush();
    }
  }

  /** Writes the rows that wait for logins. */
  void flush() {
    List<Long> numbers =
        waiting.stream().flatMapToLong(row -> row.user().stream()).distinct().boxed().toList();
    Map<Long, String> logins = known.of(numbers);
    for (Row row : waiting) {
      String login =
          row.user().isPresent() ? logins.getOrDefault(row.user().getAsLong(), "") : row.login();
      write(row.cells(), SpreadsheetCell.of(login));
    }
    waiting.clear();
  }

  private void write(List<String> cells, String login) {
    List<String> all = new ArrayList<>(cells);
    all.add(login);
    table.writeRecord(all);
  }
}
