package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code --create-roles} while another process makes a role with the same key. */
class CreateRolesRaceTest {

  @TempDir Path folder;

  @Test
  @Timeout(120)
  void aKeyThatIsTakenMeanwhileIsNotTakenForTheRole() throws Exception {
    String db = TestDatabases.POSTGRESQL.emptyDatabase(folder);
    Run.file(folder, "a.csv", "username key,_role_name", "ada,Chef de service");
    assertThat(Run.of(folder, "db", "migrate", "--db", db).status()).isZero();

    CompletableFuture<Run> running;
    try (Connection other = TestDatabases.POSTGRESQL.connect(db);
        Connection watch = TestDatabases.POSTGRESQL.connect(db)) {
      other.setAutoCommit(false);
      try (Statement statement = other.createStatement()) {
        statement.execute(
            "INSERT INTO roles (realm, key, name) VALUES (1, 'chef_de_service', 'Kitchen')");
      }
      running =
          CompletableFuture.supplyAsync(
              () -> Run.of(folder, "import", "a.csv", "--create-roles", "--db", db));
      while (waiting(watch) == 0 && !running.isDone()) {
        Thread.onSpinWait();
      }
      other.commit();
    }
    Run run = running.get(1, TimeUnit.MINUTES);

    assertThat(run.status()).as(run.out() + run.err()).isZero();
    assertThat(Run.of(folder, "users", "show", "ada", "--json", "--db", db).out())
        .contains("\"roles\":[\"chef_de_service_2\"]");
  }

  private static long waiting(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND wait_event_type = 'Lock'")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
