package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.StrayKeys;
import dev.muster.user.Key;
import dev.muster.user.LoginIdKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people see of a record that the database refuses. */
class RefusedByDatabaseTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void theRecordFailsAloneAndItsReasonIsNamed(TestDatabases backing) throws Exception {
    String address = address(backing);
    StrayKeys.put(address, List.of(Key.of(LoginIdKind.EMAIL, "bob@example.com")));
    Run.file(
        folder,
        "in.csv",
        "username key,email",
        "ann,ann@example.com",
        "bob,bob@example.com",
        "cid,cid@example.com");
    Run run = Run.of(folder, "import", "in.csv", "--db", address, "--json");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .containsOnlyOnce("\"code\":\"refused-by-database\"")
        .contains("constraint");
    assertThat(Run.of(folder, "users", "count", "--db", address).out()).isEqualTo("2\n");
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void allOfARestAuthDocumentIsRolledBack(TestDatabases backing) throws Exception {
    String address = address(backing);
    StrayKeys.put(address, List.of(Key.of(LoginIdKind.USERNAME, "bob")));
    Run.file(folder, "in.json", "{\"users\": {\"ann\": {}, \"bob\": {}, \"cid\": {}}}");
    Run run = Run.of(folder, "import", "in.json", "--db", address, "--json");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).containsOnlyOnce("\"code\":\"refused-by-database\"");
    assertThat(run.out().split("\"outcome\":\"skipped\"", -1)).hasSize(3);
    assertThat(Run.of(folder, "users", "count", "--db", address).out()).isEqualTo("0\n");
  }

  private String address(TestDatabases backing) {
    String address = backing.emptyDirectory(folder);
    assertThat(Run.of(folder, "db", "migrate", "--db", address).status()).isZero();
    return address;
  }
}
