package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobStore;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.directory.KeyRow;
import dev.muster.app.store.directory.KeyScopes;
import dev.muster.app.store.postgres.PostgresAddress;
import dev.muster.app.store.postgres.PostgresMaintenance;
import dev.muster.app.store.sqlite.SqliteMaintenance;
import dev.muster.match.DirectoryView;
import dev.muster.report.RecordResult;
import dev.muster.report.Tally;
import dev.muster.user.KeyHash;
import dev.muster.user.Realm;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is true of every directory at any time, whatever happened to it: all keys of all users are
 * there once, and no others; and the sums of an import are those of its results. For directories
 * without settings.
 */
public final class DirectoryInvariants {

  private DirectoryInvariants() {}

  /** Of a SQLite file; imports may be running. */
  public static void assertHold(Path file) {
    assertChecked(new SqliteMaintenance(file));
  }

  /**
   * Of the directory that an address names, as in {@code --db}; imports may be running.
   *
   * @param folder what the paths of files start from
   */
  public static void assertHold(Path folder, String address) {
    assertChecked(
        PostgresAddress.isMeant(address)
            ? new PostgresMaintenance(PostgresAddress.parse(address, Map.of()).orElseThrow())
            : new SqliteMaintenance(folder.resolve(address.substring("sqlite:".length()))));
  }

  private static void assertChecked(DatabaseMaintenance database) {
    assertThat(database.schema().state()).isEqualTo(Schema.State.CURRENT);
    assertThat(database.check(CheckProgress.NONE).findings()).isEmpty();
  }

  /**
   * Looks at everything in a directory that nobody writes to: as {@code muster db check} does, and
   * once more without its help.
   */
  public static void assertHold(String address) {
    assertHold(Path.of(""), address);
    try (Session store = StoreKind.open(address)) {
      List<KeyRow> stored = storedKeys(address);
      Set<KeyRow> keys = new HashSet<>(stored);
      assertThat(keys.size()).as("different keys").isEqualTo(stored.size());
      assertThat(keys.equals(keysOfUsers(store))).as("the keys are those of the users").isTrue();
      store
          .jobs()
          .page(JobFilter.ALL, JobStore.LATEST, 100)
          .forEach(job -> assertAddsUp(store, job));
    }
  }

  private static Set<KeyRow> keysOfUsers(Session store) {
    Set<KeyRow> keys = new HashSet<>();
    Set<String> unique = new HashSet<>();
    store
        .users()
        .each(
            Optional.empty(),
            user -> {
              KeyScopes scopes = new KeyScopes(Settings.DEFAULTS.realm(Realm.DEFAULT, 1));
              DirectoryView.keysOf(
                  user.account(),
                  Set.of(),
                  key -> {
                    long scope = scopes.scopeNumber(key, user);
                    assertThat(unique.add(scope + key.text())).as(key.text()).isTrue();
                    keys.add(new KeyRow(key.hash(), scope, user.realm(), user.id()));
                  });
            });
    return keys;
  }

  private static void assertAddsUp(Session store, Job job) {
    List<RecordResult> results = new ArrayList<>();
    store.jobs().chunks(job, false, chunk -> results.addAll(chunk.results()));
    for (int place = 0; place < results.size(); place++) {
      assertThat(results.get(place).position().index()).isEqualTo(place);
    }
    Tally sums = Tally.of(results);
    assertThat(store.jobs().tally(job)).isEqualTo(sums);
    if (job.state().finished()) {
      assertThat(sums.total()).isEqualTo(job.records());
    }
  }

  private static List<KeyRow> storedKeys(String address) {
    List<KeyRow> keys = new ArrayList<>();
    try (Connection connection = connection(address);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT key_high, key_low, scope, realm, user_id FROM login_keys")) {
      while (rows.next()) {
        KeyHash key = new KeyHash(rows.getLong(1), rows.getLong(2));
        keys.add(new KeyRow(key, rows.getLong(3), rows.getInt(4), rows.getLong(5)));
      }
      return keys;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection of the test's own, past the store. */
  public static Connection connection(String address) throws SQLException {
    if (address.startsWith("sqlite:")) {
      return DriverManager.getConnection(
          "jdbc:sqlite:" + Path.of(address.substring("sqlite:".length())));
    }
    PostgresAddress parsed = PostgresAddress.parse(address, Map.of()).orElseThrow();
    return DriverManager.getConnection(parsed.jdbcUrl(), parsed.properties());
  }
}
