package dev.muster.app.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.app.store.DatabaseStatus;
import dev.muster.app.store.DatabaseStatus.TableState;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.PostgresServer;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The status of a database whose tables Citus distributes. No cluster is at hand: stand-ins with
 * the signatures of Citus's catalogue and functions show that they are asked, and in valid SQL.
 */
class CitusStatusTest {

  private static final String CITUS =
      """
      CREATE TABLE pg_dist_partition (logicalrelid regclass PRIMARY KEY);
      INSERT INTO pg_dist_partition VALUES ('users');
      CREATE FUNCTION citus_total_relation_size(logicalrelid regclass, fail_on_error bool = true)
        RETURNS bigint LANGUAGE sql AS 'SELECT 1000000007';
      CREATE FUNCTION run_command_on_shards(table_name regclass, command text, parallel bool = true,
          OUT shardid bigint, OUT success bool, OUT result text)
        RETURNS SETOF record LANGUAGE plpgsql AS $$
        BEGIN
          EXECUTE format(command, table_name);  -- the command is one that a shard can carry out
          RETURN QUERY VALUES (1::bigint, true, '40'), (2, true, '2'), (3, false, 'lost');
        END $$""";

  @Test
  void distributedTablesAreCountedOnAllNodes() throws Exception {
    String address = PostgresServer.emptyDirectory();
    try (Session store = StoreKind.open(address);
        Connection connection = DirectoryInvariants.connection(address);
        Statement statement = connection.createStatement()) {
      assertThat(store.users()).isNotNull();
      long before = status(address).sizes().whole();
      statement.execute(CITUS);
      DatabaseStatus status = status(address);
      assertThat(status.sizes().users()).isEqualTo(1_000_000_007);
      assertThat(status.sizes().keys()).isBetween(1L, 1_000_000L);
      assertThat(status.sizes().whole()).isGreaterThanOrEqualTo(before + 1_000_000_007);
      assertThat(status.tables())
          .filteredOn(table -> table.name().equals("users"))
          .extracting(TableState::rows, TableState::deadRows)
          .containsExactly(tuple(42L, 42L));
    }
  }

  private static DatabaseStatus status(String address) {
    return new PostgresMaintenance(PostgresAddress.parse(address, Map.of()).orElseThrow()).status();
  }
}
