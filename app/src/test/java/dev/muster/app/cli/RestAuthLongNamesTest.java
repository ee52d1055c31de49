package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names that are too long for an index of PostgreSQL are refused by both stores. */
class RestAuthLongNamesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void namesOfServicesHostsAndGroupsAreLimited(TestDatabases backing) throws Exception {
    String database = backing.emptyDirectory(folder);
    for (String document :
        new String[] {
          "{\"services\": {\"" + "ä".repeat(501) + "\": {}}}",
          "{\"services\": {\"wiki\": {\"hosts\": [\"" + "h".repeat(1001) + "\"]}}}",
          "{\"groups\": {\"" + "g".repeat(1001) + "\": {}}}",
          "{\"groups\": {\"g\": {\"subgroups\": [{\"name\": \"" + "s".repeat(3000) + "\"}]}}}"
        }) {
      Run run = restAuth(database, document);
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("1000 are allowed");
    }
    Run run =
        restAuth(
            database,
            "{\"services\": {\"S\": {\"hosts\": [\"H\"]}}, \"groups\": {\"G\": {}}}"
                .replace("S", "s".repeat(1000))
                .replace("H", "h".repeat(1000))
                .replace("G", "ä".repeat(500)));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
  }

  private Run restAuth(String database, String document) throws Exception {
    Path file = Files.writeString(folder.resolve("in.json"), document);
    return Run.of(folder, "--db", database, "restauth-import", file.toString());
  }
}
