package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.store.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users of a PostgreSQL server need to be allowed, as docs/operations.md has it. */
class PostgresRightsTest {

  private static final Pattern GRANTS = Pattern.compile("```sql\n(GRANT .*?)```", Pattern.DOTALL);

  @TempDir Path folder;
  private final String role = "muster_test_app_" + ProcessHandle.current().pid();
  private String owners = "";
  private String address = "";

  @BeforeEach
  void makeUser() throws Exception {
    owners = PostgresServer.emptyDatabase();
    address = owners.replaceFirst("//[^@]*@", "//" + role + ":secret@");
    sql("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
    sql("REVOKE CREATE ON SCHEMA public FROM PUBLIC"); // as it is from PostgreSQL 15 on
    Run.file(folder, "people.csv", "username key,email", "ada,ada@example.com");
  }

  @AfterEach
  void dropUser() throws Exception {
    sql("DROP OWNED BY " + role, "DROP ROLE " + role);
  }

  @Test
  void whoMayNotMakeTablesIsToldToAskTheOwner() {
    for (String[] command : new String[][] {{"db", "migrate"}, {"import", "people.csv"}}) {
      Run run = run(command);
      assertThat(run.status()).isEqualTo(ExitStatus.BROKEN);
      assertThat(run.err()).contains("may not make", "run: muster db migrate");
    }
  }

  @Test
  void whoMayNotReadTheTablesIsToldWhatToGrant() {
    assertThat(Run.of(folder, "db", "migrate", "--db", owners).status()).isZero();
    for (String command : new String[] {"status", "check", "migrate"}) {
      Run run = run("db", command);
      assertThat(run.status()).isEqualTo(ExitStatus.BROKEN);
      assertThat(run.err()).contains("does not let this user", "Grant it the rights");
    }
  }

  @Test
  void theRightsOfTheManualAreEnoughForEverything() throws Exception {
    assertThat(Run.of(folder, "db", "migrate", "--db", owners).status()).isZero();
    sql(grants());
    assertThat(run("import", "people.csv").status()).isZero();
    Run.file(
        folder, "people.csv", "username key,email", "ada,ada@example.org", "bob,b@example.org");
    assertThat(run("import", "people.csv").status()).isZero();
    assertThat(run("realms", "create", "partners").status()).isZero();
    assertThat(run("db", "migrate").out()).contains("there was nothing to do");
    assertThat(run("db", "status").status()).isZero();
    assertThat(run("db", "check").status()).isZero();
  }

  @Test
  void whoMayOnlyReadTheTablesReadsEverything() throws Exception {
    assertThat(Run.of(folder, "import", "people.csv", "--db", owners).status()).isZero();
    sql(
        "GRANT USAGE ON SCHEMA public TO " + role,
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + role);
    for (String command : ReadOnlyAccountTest.READING) {
      Run run = run(command.split(" "));
      assertThat(run.status()).as(command + run.err()).isZero();
    }
    assertThat(run("users", "count").out()).isEqualTo("1\n");
    assertThat(run("realms", "create", "partners").status()).isEqualTo(ExitStatus.BROKEN);
  }

  private String grants() throws Exception {
    Path manual = Path.of("").toAbsolutePath().getParent().resolve("docs/operations.md");
    Matcher block = GRANTS.matcher(Files.readString(manual));
    assertThat(block.find()).isTrue();
    return block.group(1).replaceAll("muster_app", role);
  }

  private Run run(String... words) {
    String[] arguments = java.util.Arrays.copyOf(words, words.length + 2);
    arguments[words.length] = "--db";
    arguments[words.length + 1] = address;
    return Run.of(folder, arguments);
  }

  private void sql(String... statements) throws SQLException {
    TestDatabases.POSTGRESQL.execute(owners, statements);
  }
}
