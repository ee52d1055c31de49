package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobStore;
import dev.muster.app.store.LongTexts;
import dev.muster.app.store.Session;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code muster db} says of databases in all states. */
class DbCommandsTest {

  @TempDir Path folder;

  @BeforeEach
  void writePeople() throws Exception {
    Run.file(folder, "people.csv", "username key,email", "ada,ada@example.com", "bob,bad");
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void migratingMakesADirectoryOnceAndThenHasNothingToDo(TestDatabases backing) {
    String address = backing.emptyDatabase(folder);
    assertThat(run("migrate", address).out())
        .contains("made a new directory, schema version " + backing.schema);
    assertThat(run("migrate", address).out()).contains("there was nothing to do");
    Struct again = Run.of(folder, "db", "migrate", "--json", "--db", address).document();
    assertThat(again.get("from")).isEqualTo(again.get("to"));
    assertThat(again.get("to")).isEqualTo(new Value.Num(String.valueOf(backing.schema)));
    assertThat(Run.of(folder, "users", "count", "--db", address).out()).isEqualTo("0\n");
  }

  /** As if Muster had been killed right after its tables were made. */
  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void aDirectoryThatWasHardlyBegunIsFinished(TestDatabases backing) throws Exception {
    String address = backing.emptyDatabase(folder);
    run("migrate", address);
    backing.execute(address, "DELETE FROM directory", "DELETE FROM realms");
    assertThat(run("status", address).status()).isEqualTo(ExitStatus.REFUSED);
    assertThat(run("migrate", address).out()).contains("made a new directory");
    assertThat(run("check", address).status()).isZero();
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void whereThereIsNoDirectoryNoneIsMadeByLooking(TestDatabases backing) {
    String address = backing.emptyDatabase(folder);
    for (String command : new String[] {"status", "check", "status"}) {
      Run run = run(command, address);
      assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
      assertThat(run.err())
          .contains("holds no directory yet", "muster db migrate --db ")
          .doesNotContainPattern("//[^@]*:[^@]*@");
    }
    assertThat(folder.resolve("muster.db")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void tablesOfOtherProgramsAreLeftAlone(TestDatabases backing) throws Exception {
    String address = backing.emptyDatabase(folder);
    backing.execute(address, "CREATE TABLE theirs (x int)");
    for (String command : new String[] {"status", "check", "migrate"}) {
      Run run = run(command, address);
      assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
      assertThat(run.err()).contains("with --db").containsAnyOf("not Muster's", "another program");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void aNewerDirectoryIsLeftAlone(TestDatabases backing) throws Exception {
    String address = backing.emptyDatabase(folder);
    run("migrate", address);
    backing.execute(
        address,
        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
            + " installed_by, execution_time, success)"
            + " VALUES (99, '99', 'later', 'SQL', 'V99', 'x', 1, true)");
    for (String command : new String[] {"status", "check", "migrate"}) {
      Run run = run(command, address);
      assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
      assertThat(run.err())
          .contains("newer Muster (schema version 99, this one knows " + backing.schema + ")");
    }
  }

  @Test
  void whatIsNoDatabaseIsSaidToBeNone() throws Exception {
    Files.writeString(folder.resolve("people.txt"), "ada\n");
    Run run = run("status", "sqlite:people.txt");
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
    assertThat(run.err()).contains("is not a SQLite database");
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void theStatusHasVersionsSizesUsersAndImports(TestDatabases backing) {
    String address = backing.emptyDatabase(folder);
    Run.of(folder, "realms", "create", "partners", "--db", address);
    Run.of(folder, "import", "people.csv", "--db", address);
    Run.of(folder, "import", "people.csv", "--dry-run", "--realm", "partners", "--db", address);

    Struct status = Run.of(folder, "db", "status", "--json", "--db", address).document();
    assertThat(status.text("kind"))
        .isEqualTo(address.startsWith("sqlite") ? "sqlite" : "postgresql");
    assertThat(status.text("product")).matches("(SQLite 3|PostgreSQL 1\\d)\\..*");
    assertThat(status.get("users")).isEqualTo(new Value.Num("1"));
    assertThat(status.get("keys")).isEqualTo(new Value.Num("2"));
    assertThat(status.get("imports")).isEqualTo(Struct.of("completed", new Value.Num("2")));
    assertThat(((Value.Array) status.get("realms")).items()).hasSize(2);
    Struct bytes = (Struct) status.get("bytes");
    assertThat(bytes.names()).containsExactly("users", "keys", "imports", "database");
    for (String name : bytes.names()) {
      assertThat(Long.parseLong(((Value.Num) bytes.get(name)).literal())).isPositive();
    }

    Run text = run("status", address);
    assertThat(text.status()).isZero();
    assertThat(text.out())
        .contains("schema version " + backing.schema + " (up to date)")
        .containsPattern("users +1 +[\\d.]+ [kM]B")
        .containsPattern("realm default +1\n")
        .containsPattern("realm partners +0\n")
        .containsPattern("completed +2\n")
        .doesNotContain("Not finished");
    assertThat(text.out().contains("dead rows")).isEqualTo(backing == TestDatabases.POSTGRESQL);
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void theSizeOfImportsIncludesTheirInputsAndProblems(TestDatabases backing) throws Exception {
    String address = backing.emptyDatabase(folder);
    Run.file(folder, "long.csv", "username key,email,first_name", LongTexts.random(5, 100_000));
    assertThat(Run.of(folder, "import", "long.csv", "--submit", "--db", address).status()).isZero();
    long bytes = bytesOfImports(address);
    assertThat(bytes).isGreaterThan(100_000);
    backing.execute(
        address,
        """
        WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 50000)
        INSERT INTO job_problems (job, code, chunk, records)
        SELECT (SELECT max(number) FROM jobs), 'wrong', i, 1 FROM numbers""");
    assertThat(bytesOfImports(address)).isGreaterThan(bytes + 500_000);
  }

  private long bytesOfImports(String address) {
    Struct status = Run.of(folder, "db", "status", "--json", "--db", address).document();
    return Long.parseLong(((Value.Num) ((Struct) status.get("bytes")).get("imports")).literal());
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void killedImportsAreToldFromThoseThatSomebodyIsAtWorkOn(TestDatabases backing) throws Exception {
    String address = backing.emptyDatabase(folder);
    Run.of(folder, "import", "people.csv", "--db", address);
    backing.execute(address, "UPDATE jobs SET state = 'running'");
    try (Session store = backing.open(address);
        Closeable hold =
            store
                .hold(store.jobs().page(JobFilter.ALL, JobStore.LATEST, 100).get(0).number())
                .orElseThrow()) {
      assertThat(hold).isNotNull();
      assertThat(run("status", address).out())
          .containsPattern("running +1\n")
          .contains("people.csv: 2 of 2 records", "a process is working on it");
    }
    assertThat(run("status", address).out())
        .containsPattern("killed +1\n")
        .containsPattern("resume it with: muster imports resume imp_\\w+ --db ");
    Struct document = Run.of(folder, "db", "status", "--json", "--db", address).document();
    Struct killed = (Struct) ((Value.Array) document.get("running")).items().get(0);
    assertThat(killed.get("held")).isEqualTo(Value.FALSE);
    assertThat(killed.text("host")).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void interruptedAndPausedImportsAreListedWithTheCommandThatResumesThem(TestDatabases backing)
      throws Exception {
    String address = backing.emptyDatabase(folder);
    Run.of(folder, "import", "people.csv", "--db", address);
    for (String state : new String[] {"interrupted", "paused"}) {
      backing.execute(address, "UPDATE jobs SET state = '" + state + "'");
      assertThat(run("status", address).out())
          .contains("Not finished", "people.csv: 2 of 2 records")
          .containsPattern(state + " +1\n")
          .containsPattern(state + "; resume it with: muster imports resume imp_\\w+ --db ");
      Struct document = Run.of(folder, "db", "status", "--json", "--db", address).document();
      Struct job = (Struct) ((Value.Array) document.get("running")).items().get(0);
      assertThat(job.text("state")).isEqualTo(state);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void theAgeOfTheOldestWaitingImportIsTold(TestDatabases backing) throws Exception {
    String address = backing.emptyDatabase(folder);
    Run.of(folder, "import", "people.csv", "--db", address);
    assertThat(waiting(address).get("oldest_at")).isEqualTo(Value.NULL);
    assertThat(waiting(address).get("imports")).isEqualTo(Value.of(0));

    assertThat(Run.of(folder, "import", "people.csv", "--submit", "--db", address).status())
        .isZero();

    assertThat(waiting(address).get("imports")).isEqualTo(Value.of(1));
    assertThat(waiting(address).text("oldest_at")).startsWith("20");
    assertThat(run("status", address).out())
        .contains("The oldest import that waits for a worker was submitted at 20");
  }

  private Struct waiting(String address) {
    Struct status = Run.of(folder, "db", "status", "--json", "--db", address).document();
    return (Struct) status.get("waiting");
  }

  @Test
  void whoGaveAStreamHasToGiveItAgain() throws Exception {
    String address = "sqlite:" + folder.resolve("x.db");
    byte[] input = Files.readAllBytes(folder.resolve("people.csv"));
    Run.with(folder, input, "import", "-", "--db", address);
    TestDatabases.SQLITE.execute(address, "UPDATE jobs SET state = 'running'");

    assertThat(run("status", address).out())
        .contains("resume it with: muster import - --resume --db ", "(with the same input");
  }

  @Test
  void killedImportsThatWereSubmittedAreForWorkers() throws Exception {
    String address = TestDatabases.POSTGRESQL.emptyDatabase(folder);
    Run.of(folder, "import", "people.csv", "--submit", "--db", address);
    TestDatabases.POSTGRESQL.execute(address, "UPDATE jobs SET state = 'running'");
    assertThat(run("status", address).out())
        .containsPattern("killed +1\n")
        .contains("the next worker resumes it")
        .doesNotContain("imports resume");
    Struct document = Run.of(folder, "db", "status", "--json", "--db", address).document();
    Struct killed = (Struct) ((Value.Array) document.get("running")).items().get(0);
    assertThat(killed.get("submitted")).isEqualTo(Value.TRUE);
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void cancelledImportsAreCountedAsTheListShowsThem(TestDatabases backing) throws Exception {
    String address = backing.emptyDatabase(folder);
    Run.of(folder, "import", "people.csv", "--db", address);
    backing.execute(address, "DELETE FROM job_chunks", "UPDATE jobs SET state = 'cancelled'");
    assertThat(Run.of(folder, "imports", "list", "--db", address).out()).contains("  cancelled  ");
    assertThat(run("status", address).out()).containsPattern("cancelled +1\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "check", "migrate"})
  void aServerThatIsNotThereIsABrokenWorld(String command) {
    Run run = run(command, "postgresql://ann:secret@localhost:1/muster");
    assertThat(run.status()).isEqualTo(ExitStatus.BROKEN);
    assertThat(run.err()).contains("nothing answers at localhost, port 1").doesNotContain("secret");
  }

  private Run run(String command, String address) {
    return Run.of(folder, "db", command, "--db", address);
  }
}
