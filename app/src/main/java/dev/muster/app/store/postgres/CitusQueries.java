package dev.muster.app.store.postgres;

import dev.muster.app.store.sql.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Table sizes and row counts on a Citus cluster. PostgreSQL's own functions see only the
 * coordinator, which stores no rows of a distributed table.
 */
final class CitusQueries {

  private final Sql sql;
  private final Set<String> distributed;

  /** Looks up which tables are distributed; none without Citus. */
  CitusQueries(Sql sql) {
    this.sql = sql;
    boolean citus = sql.number("SELECT count(*) WHERE to_regclass('pg_dist_partition') > 0") > 0;
    this.distributed =
        citus
            ? new HashSet<>(
                sql.list(
                    "SELECT c.relname FROM pg_dist_partition AS p"
                        + " JOIN pg_class AS c ON c.oid = p.logicalrelid",
                    row -> row.getString(1)))
            : Set.of();
  }

  boolean isDistributed(String table) {
    return distributed.contains(table);
  }

  /** Bytes of tables with their indexes, on all nodes. */
  long bytes(List<String> tables) {
    return tables.stream().mapToLong(this::bytes).sum();
  }

  private long bytes(String table) {
    return sql.number(
        "SELECT "
            + (isDistributed(table) ? "citus_total_relation_size" : "pg_total_relation_size")
            + "('"
            + table
            + "')");
  }

  /**
   * Bytes of all distributed tables, which the coordinator's {@code pg_database_size} leaves out.
   */
  long bytesElsewhere() {
    return distributed.stream().mapToLong(this::bytes).sum();
  }

  /** The sum of a column of the data nodes' pg_stat_user_tables over a table's shards. */
  long statistic(String table, String column) {
    return sql.number(
        "SELECT coalesce(sum(result::bigint), 0) FROM run_command_on_shards('"
            + table
            + "', 'SELECT "
            + column
            + " FROM pg_stat_user_tables WHERE relid = ''%1$s''::regclass') WHERE success");
  }
}
