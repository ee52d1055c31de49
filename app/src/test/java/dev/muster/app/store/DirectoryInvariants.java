package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

/** What is so of every directory, whatever was done to it: for tests to assert at their end. */
public final class DirectoryInvariants {

  private DirectoryInvariants() {}

  /** Of a SQLite file; imports may be running. */
  public static void assertHold(Path file) {
    assertHold(new SqliteDatabase(file));
  }

  /**
   * Of the directory that an address names, as in {@code --db}; imports may be running.
   *
   * @param folder what the paths of files start from
   */
  public static void assertHold(Path folder, String address) {
    assertHold(
        PostgresAddress.isMeant(address)
            ? new PostgresDatabase(PostgresAddress.parse(address, Map.of()).orElseThrow())
            : new SqliteDatabase(folder.resolve(address.substring("sqlite:".length()))));
  }

  private static void assertHold(Database database) {
    assertThat(database.schema().state()).isEqualTo(Schema.State.CURRENT);
    assertThat(database.check(CheckProgress.NONE).findings()).isEmpty();
  }
}
