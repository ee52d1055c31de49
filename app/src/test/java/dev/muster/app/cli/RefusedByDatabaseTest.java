package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.value.Struct;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people see of a record that the database refuses. */
class RefusedByDatabaseTest {

  @TempDir Path folder;

  /** PostgreSQL has no NUL in texts; SQLite has. */
  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void aNameThatTheDatabaseCannotStoreIsNamed(TestDatabases backing) throws Exception {
    boolean refuses = backing == TestDatabases.POSTGRESQL;
    String address = backing.emptyDatabase(folder);
    Run.file(
        folder,
        "in.json",
        "{\"users\": {\"ann\": {}, \"nul\\u0000\": {}, \"bob\": {}}, \"groups\": {}}");
    Run run =
        Run.of(folder, "import", "in.json", "--format", "restauth", "--db", address, "--json");
    assertThat(run.status()).isEqualTo(refuses ? 1 : 0);
    Struct document = run.document();
    assertThat(document.toString().contains("refused-by-database")).isEqualTo(refuses);
    assertThat(run.out().contains("a character that it can't store")).isEqualTo(refuses);
    assertThat(Run.of(folder, "users", "count", "--db", address).out())
        .isEqualTo(refuses ? "0\n" : "3\n");
    assertThat(Run.of(folder, "db", "check", "--db", address).status()).isZero();
  }
}
