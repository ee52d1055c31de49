package dev.muster.app.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.JobOptions;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.PostgresServer;
import dev.muster.apply.StoreUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server whose disk is full, as a trigger that says so: the import stops, and can go on. */
class FullDiskTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "users, NEW.id > 11000",
    "login_keys, NEW.user_id > 11000",
    "job_chunks, NEW.number = 5",
  })
  void whatWasCommittedStaysAndTheRestFollows(String table, String inSecondTransaction)
      throws Exception {
    Path file = ImportFixture.write(folder.resolve("in.ndjson"), ImportFixture.records(12_000));
    stopAndGoOn(table, inSecondTransaction, ImportFixture.byChunk(), file, 10_000);
  }

  @Test
  void nothingOfAWholeStays() throws Exception {
    JobOptions whole = ImportFixture.options(true, false, CommitPolicy.WHOLE);
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      records.add(ImportFixture.record("user" + i, "\"name\": \"A\""));
    }
    Path file = ImportFixture.write(folder.resolve("in.ndjson"), records);
    stopAndGoOn("users", "NEW.id > 2500", whole, file, 0);
  }

  private void stopAndGoOn(
      String table, String condition, JobOptions options, Path file, long committed)
      throws Exception {
    String address = PostgresServer.emptyDirectory();
    try (ImportFixture trial = new ImportFixture(address);
        ImportFixture undisturbed = new ImportFixture(PostgresServer.emptyDirectory())) {
      execute(
          address,
          """
          CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            RAISE 'could not extend file "base/5/16400": No space left on device'
              USING ERRCODE = 'disk_full';
          END $$""",
          "CREATE TRIGGER full_disk BEFORE INSERT ON "
              + table
              + " FOR EACH ROW WHEN ("
              + condition
              + ") EXECUTE FUNCTION full_disk()");
      ImportBroken broken =
          catchThrowableOfType(ImportBroken.class, () -> trial.run(file, options));
      assertThat(broken)
          .hasMessageMatching("the disk of postgresql://\\S+ is full: .*No space left on device");
      assertThat(((StoreUnavailable) broken.getCause()).remedy()).contains("Make room");
      assertThat(trial.store.jobs().tally(broken.job()).total()).isEqualTo(committed);
      DirectoryInvariants.assertHold(address);
      execute(address, "DROP TRIGGER full_disk ON " + table);
      FinishedImport done = trial.imports().resume(broken.job(), ImportProgress.NONE);
      FinishedImport expected = undisturbed.run(file, options);
      assertThat(done.tally()).isEqualTo(expected.tally());
      assertThat(trial.results(done.job()).equals(undisturbed.results(expected.job()))).isTrue();
      assertThat(trial.users().equals(undisturbed.users())).isTrue();
    }
    DirectoryInvariants.assertHold(address);
  }

  private static void execute(String address, String... statements) throws SQLException {
    try (Connection connection = DirectoryInvariants.connection(address);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
