package dev.muster.app.store.sqlite;

import dev.muster.app.store.search.SearchTables;
import dev.muster.app.store.sql.Sql;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Bulk access to the search index in SQLite. */
final class SqliteSearchTables implements SearchTables {

  private static final String FIND =
      "SELECT place, users FROM user_search WHERE place IN (SELECT value FROM json_each(?))";

  private static final String DROP =
      "DELETE FROM user_search WHERE place IN (SELECT value FROM json_each(?))";

  private static final String PUT =
      "INSERT OR REPLACE INTO user_search (place, users) VALUES (?, ?)";

  private final Sql sql;

  SqliteSearchTables(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void begin() {
    // nothing to prepare
  }

  @Override
  public void lock() {
    // BEGIN IMMEDIATE has already excluded other writers
  }

  @Override
  public List<Row> find(long[] places) {
    return sql.list(FIND, row -> new Row(row.getLong(1), row.getBytes(2)), Arrays.toString(places));
  }

  @Override
  public void put(SortedMap<Long, byte[]> rows) {
    sql.attempt(
        () -> {
          PreparedStatement put = sql.statement(PUT);
          put.clearBatch(); // left by a write that failed halfway
          for (Map.Entry<Long, byte[]> row : rows.entrySet()) {
            put.setLong(1, row.getKey());
            put.setBytes(2, row.getValue());
            put.addBatch();
          }
          return put.executeBatch();
        });
  }

  @Override
  public void drop(long[] places) {
    sql.execute(DROP, Arrays.toString(places));
  }
}
