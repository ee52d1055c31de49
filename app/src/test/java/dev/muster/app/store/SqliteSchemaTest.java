package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.muster.app.store.sqlite.SqliteMaintenance;
import dev.muster.app.store.sqlite.SqliteSession;
import dev.muster.apply.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class SqliteSchemaTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("muster.db");
  }

  @Test
  void aNewFileHasTheDefaultRealmAndAnIdentityThatStays() {
    String shown;
    try (SqliteSession store = SqliteSession.open(file)) {
      assertThat(store.catalogs().realmNames()).containsExactly("default");
      assertThat(store.reserveUserNumbers(1)).isEqualTo(1);
      shown = store.users().ids().show(1);
    }
    try (SqliteSession store = SqliteSession.open(file)) {
      assertThat(store.users().ids().show(1)).isEqualTo(shown);
    }
  }

  @Test
  void aNewerVersionIsRefusedAndLeftAlone() throws IOException, SQLException {
    SqliteSession.open(file).close();
    execute(
        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
            + " installed_by, execution_time, success)"
            + " VALUES (99, '99', 'later', 'SQL', 'V99', 'x', 1, 1)");
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> SqliteSession.open(file))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("newer Muster")
        .hasMessageContaining("99");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void whatIsNoDatabaseIsRefusedAndLeftAlone() throws IOException {
    Files.writeString(file, "email,name\n".repeat(1000));
    assertThatThrownBy(() -> SqliteSession.open(file))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("not a SQLite database");
    assertThat(Files.readString(file)).startsWith("email,name");
  }

  @Test
  void theDatabaseOfAnotherProgramIsRefused() throws SQLException {
    execute("CREATE TABLE theirs (x)");
    assertThatThrownBy(() -> SqliteSession.open(file)).isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void aMissingFolderIsNamed() {
    Path missing = folder.resolve("nowhere").resolve("muster.db");
    assertThatThrownBy(() -> SqliteSession.open(missing))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("nowhere")
        .hasMessageContaining("does not exist");
    assertThat(missing.getParent()).doesNotExist();
  }

  @Test
  void aFileThatMayNotBeWrittenIsSaidToBeSo() throws IOException {
    SqliteSession.open(file).close();
    assertThat(file.toFile().setReadOnly()).isTrue();
    assumeThat(Files.isWritable(file)).as("root may write anything").isFalse();
    assertThatThrownBy(
            () -> {
              try (SqliteSession store = SqliteSession.open(file)) {
                store.catalogs().createRealm("x");
              }
            })
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("can't be written");
  }

  /** As if the process had been killed right after its tables were made. */
  @Test
  void anInterruptedBeginningIsFinishedByTheNextOpen() throws SQLException {
    SqliteSession.open(file).close();
    execute("DELETE FROM directory");
    execute("DELETE FROM realms");
    try (SqliteSession store = SqliteSession.open(file)) {
      assertThat(store.catalogs().realmNames()).containsExactly("default");
      assertThat(store.reserveUserNumbers(1)).isEqualTo(1);
    }
  }

  /** Many times, as it is seldom that they get in each other's way. */
  @Test
  void severalMayOpenANewFileAtOnce() throws Exception {
    for (int i = 0; i < 50; i++) {
      assertThatThreeMayOpenIt();
      for (String suffix : List.of("", "-wal", "-shm", "-jobs")) {
        Files.deleteIfExists(Path.of(file + suffix));
      }
    }
  }

  @Test
  void severalMayUpgradeAnOldFileAtOnce() throws Exception {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/sqlite")
        .target("1")
        .load()
        .migrate();
    execute("INSERT INTO realms (number, name, uniqueness) VALUES (1, 'default', '{}')");
    execute(
        "INSERT INTO directory (number, id, next_user, created_at)"
            + " VALUES (1, '0123456789abcde', 7, 0)");
    assertThat(new SqliteMaintenance(file).schema().state()).isEqualTo(Schema.State.OLDER);

    assertThatThreeMayOpenIt();

    assertThat(new SqliteMaintenance(file).schema().state()).isEqualTo(Schema.State.CURRENT);
    try (SqliteSession store = SqliteSession.open(file)) {
      assertThat(store.reserveUserNumbers(1)).isEqualTo(7);
      assertThat(store.services().all()).isEmpty();
      assertThat(store.users().unindexed()).isEqualTo(6);
    }
  }

  /** Seals of older versions hashed other things: under a new key they equal no fingerprint. */
  @Test
  void fingerprintsBeginAnewAfterAnUpgrade() throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/sqlite")
        .target("3")
        .load()
        .migrate();
    execute("INSERT INTO realms (number, name, uniqueness) VALUES (1, 'default', '{}')");
    execute(
        "INSERT INTO directory (number, id, next_user, created_at, seal_key)"
            + " VALUES (1, '0123456789abcde', 7, 0, 'old')");
    try (SqliteSession store = SqliteSession.open(file)) {
      assertThat(store.fingerprintKey()).get().asString().matches("[0-9A-F]{32}");
    }
  }

  private void assertThatThreeMayOpenIt() throws Exception {
    CyclicBarrier start = new CyclicBarrier(3);
    Callable<List<String>> open =
        () -> {
          start.await();
          try (SqliteSession store = SqliteSession.open(file)) {
            return store.catalogs().realmNames();
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      for (Future<List<String>> names : threads.invokeAll(List.of(open, open, open))) {
        assertThat(names.get()).containsExactly("default");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
