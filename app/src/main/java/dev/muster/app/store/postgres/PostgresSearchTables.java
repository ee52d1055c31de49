package dev.muster.app.store.postgres;

import dev.muster.app.store.search.SearchTables;
import dev.muster.app.store.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Bulk access to the search index in PostgreSQL. */
final class PostgresSearchTables implements SearchTables {

  private static final String FIND =
      "SELECT place, users FROM user_search WHERE place = ANY (?::bigint[])";

  private static final String DROP = "DELETE FROM user_search WHERE place = ANY (?::bigint[])";

  private final Sql sql;

  PostgresSearchTables(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void begin() {
    sql.list(PostgresTables.BY_INDEX, row -> true);
  }

  @Override
  public void lock() {
    sql.execute("LOCK TABLE user_search_blocks IN SHARE ROW EXCLUSIVE MODE");
  }

  @Override
  public List<Row> find(long[] places) {
    return sql.attempt(
        () -> {
          Connection connection = sql.connection();
          try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setArray(
                1, connection.createArrayOf("bigint", Arrays.stream(places).boxed().toArray()));
            try (ResultSet rows = find.executeQuery()) {
              List<Row> found = new ArrayList<>();
              while (rows.next()) {
                found.add(new Row(rows.getLong(1), rows.getBytes(2)));
              }
              return found;
            }
          }
        });
  }

  @Override
  public void put(SortedMap<Long, byte[]> rows) {
    sql.attempt(
        () -> {
          Connection connection = sql.connection();
          drop(connection, rows.keySet().toArray());
          CopyRows.send(
              connection,
              "user_search",
              "place, users",
              out -> {
                for (Map.Entry<Long, byte[]> row : rows.entrySet()) {
                  out.row(2).int8(row.getKey().longValue()).bytea(row.getValue());
                }
              });
          return true;
        });
  }

  @Override
  public void drop(long[] places) {
    sql.attempt(() -> drop(sql.connection(), Arrays.stream(places).boxed().toArray()));
  }

  private static int drop(Connection connection, Object[] places) throws SQLException {
    try (PreparedStatement drop = connection.prepareStatement(DROP)) {
      drop.setArray(1, connection.createArrayOf("bigint", places));
      return drop.executeUpdate();
    }
  }
}
