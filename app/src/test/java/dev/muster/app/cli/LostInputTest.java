package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.DirectoryInvariants;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Submitted imports whose stored input is gone or damaged when a worker takes them. */
class LostInputTest {

  @TempDir private Path folder;
  private String database = "";

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void anImportWhoseInputIsGoneFails(TestDatabases kind) throws Exception {
    database = kind.emptyDirectory(folder);
    String id = submitted();
    if (kind == TestDatabases.SQLITE) {
      Files.delete(input(id));
    } else {
      kind.execute(database, "DELETE FROM job_inputs");
    }
    assertFails(id, "the stored input of import " + id + " is gone");
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void anImportWhoseInputIsDamagedFails(TestDatabases kind) throws Exception {
    database = kind.emptyDirectory(folder);
    String id = submitted();
    if (kind == TestDatabases.SQLITE) {
      Files.writeString(input(id), "email\nmallory@example.com\n");
    } else {
      kind.execute(database, "UPDATE job_inputs SET bytes = decode(md5(bytes::text), 'hex')");
    }
    assertFails(id, "the stored input of import " + id + " is damaged");
  }

  private void assertFails(String id, String reason) throws Exception {
    try (MusterThread worker = MusterThread.worker(folder, database, "a")) {
      worker.await("import " + id + " has failed after 0 records: unreadable-input: " + reason);
      assertThat(muster("imports", "list").out()).contains(id + "  failed");
      assertThat(muster("imports", "show", id).out())
          .contains("It was not imported: unreadable-input: " + reason + "; submit the file again");
      assertThat(muster("imports", "watch", id).status()).isEqualTo(1);

      String next = submitted(); // the queue goes on
      worker.await("done with import " + next);
    }
    Struct users = muster("users", "count", "--json").document();
    assertThat(users.get("count")).isEqualTo(Value.of(1));
    DirectoryInvariants.assertHold(folder, database);
  }

  private String submitted() throws Exception {
    Run.file(folder, "users.csv", "email", "ann@example.com");
    Run run = muster("import", "users.csv", "--submit", "--json");
    assertThat(run.status()).as(run.err()).isZero();
    return String.valueOf(run.document().text("id"));
  }

  private Path input(String id) {
    return folder.resolve("muster.db-inputs").resolve(id);
  }

  private Run muster(String... words) {
    String[] all = new String[words.length + 2];
    all[0] = "--db";
    all[1] = database;
    System.arraycopy(words, 0, all, 2, words.length);
    return Run.of(folder, all);
  }
}
