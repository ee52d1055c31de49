package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.Provenance;
import dev.muster.app.job.Retention;
import dev.muster.app.job.run.ImportControl;
import dev.muster.app.journal.Actor;
import dev.muster.app.store.Session;
import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept of imports can be deleted, and the journal keeps that they were. */
class ImportsRetentionTest {

  /** Without the empty row that keeps the number of the last job. */
  private static final String JOBS = "jobs WHERE digest <> ''";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void aDeletedImportLeavesUsersAndAnEntryInTheJournal(TestDatabases backing) throws Exception {
    String address = imported(backing);
    String id = onlyId(address);

    Run run = run(address, "imports", "delete", id);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run(address, "imports", "show", id).status()).isEqualTo(ExitStatus.REFUSED);
    assertThat(run(address, "users", "count").out()).isEqualTo("1\n");
    for (String table : new String[] {JOBS, "job_chunks", "job_problems", "job_claims"}) {
      assertThat(rows(backing, address, table)).as(table).isZero();
    }
    assertThat(run(address, "db", "check").status()).isZero();
    assertThat(run(address, "journal", "--import", id).out())
        .containsSubsequence("import.deleted", id, "import.finished", id, "import.begun", id)
        .doesNotContain("wrong address");
    assertThat(run(address, "journal", "--json", "--limit", "1").document().text("action"))
        .isEqualTo("import.deleted");
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void anImportThatSomebodyIsAtWorkOnIsNotDeleted(TestDatabases backing) throws Exception {
    String address = imported(backing);
    try (Session store = backing.open(address)) {
      Job job = store.jobs().page(JobFilter.ALL, JobStore.LATEST, 1).get(0);
      Closeable held = store.hold(job.number()).orElseThrow();
      try (held) {
        Run run = run(address, "imports", "delete", job.id());
        assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(run.err()).contains("is running", "muster imports cancel " + job.id());
      }
      assertThat(store.jobs().find(job.id())).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void oldImportsArePrunedByAgeAndState(TestDatabases backing) throws Exception {
    String address = imported(backing);
    assertThat(run(address, "imports", "prune", "--older-than", "1h").out())
        .contains("No import is that old");
    assertThat(run(address, "imports", "prune", "--older-than", "0s", "--state", "failed").out())
        .contains("No import is that old");
    assertThat(run(address, "imports", "prune", "--older-than", "0s").out())
        .isEqualTo("1 import was deleted\n");
    assertThat(run(address, "imports", "list").out()).contains("Nothing was imported yet");
    assertThat(run(address, "imports", "prune", "--older-than", "tomorrow").status())
        .isEqualTo(ExitStatus.REFUSED);
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void whatHasExpiredIsDeletedInPortionsByWhoeverWorksNext(TestDatabases backing) throws Exception {
    String address = imported(backing);
    Retention day = new Retention(Map.of(JobOrigin.CLI, Duration.ofHours(24)));
    try (Session store = backing.open(address)) {
      Job job = store.jobs().page(JobFilter.ALL, JobStore.LATEST, 1).get(0);
      Instant end = job.completedAt().orElseThrow();
      store.jobs().expireAt(job, day.expiry(JobOrigin.CLI, end).orElseThrow());
      assertThat(day.expiry(JobOrigin.CONSOLE, end)).isEmpty();
      Retention ofAuth0 = new Retention(Map.of(JobOrigin.AUTH0, Duration.ofDays(1)));
      Actor account = new Actor(Actor.Kind.CLI, "ann@machine");
      Actor token = new Actor(Actor.Kind.TOKEN, "ann");
      assertThat(ofAuth0.expiry(Provenance.of(account, JobOrigin.AUTH0), end)).isEmpty();
      assertThat(ofAuth0.expiry(Provenance.of(token, JobOrigin.AUTH0), end)).isPresent();

      at(store, end.plus(Duration.ofHours(23))).deleteExpired(9);
      assertThat(store.jobs().find(job.id())).isPresent();
      ImportControl later = at(store, end.plus(Duration.ofHours(25)));
      later.deleteExpired(1);
      assertThat(store.jobs().find(job.id())).as("hidden at once").isEmpty();
      assertThat(rows(backing, address, JOBS)).as("and not all deleted").isOne();
      later.deleteExpired(9);
    }
    assertThat(rows(backing, address, JOBS)).isZero();
    assertThat(run(address, "journal", "--action", "import.deleted").out())
        .contains("system:muster");
    assertThat(run(address, "db", "check").status()).isZero();
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void aCancelledImportExpiresToo(TestDatabases backing) throws Exception {
    String address = backing.emptyDirectory(folder);
    Files.writeString(folder.resolve("muster.yml"), "retention: {jobs: 1m}\n");
    Files.writeString(folder.resolve("in.csv"), "email key\nann@example.com\n");
    assertThat(run(address, "import", "in.csv", "--submit").status()).isZero();
    String id = onlyId(address);
    assertThat(run(address, "imports", "cancel", id).status()).isZero();
    try (Session store = backing.open(address)) {
      Job job = store.jobs().find(id).orElseThrow();
      assertThat(job.times().expiresAt())
          .contains(job.completedAt().orElseThrow().plus(Duration.ofMinutes(1)));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void pruningDeletesWhatAnInterruptedDeletionLeft(TestDatabases backing) throws Exception {
    String address = imported(backing);
    try (Session store = backing.open(address)) {
      Job job = store.jobs().page(JobFilter.ALL, JobStore.LATEST, 1).get(0);
      assertThat(store.jobs().hide(job, Instant.now())).isTrue();
    }
    assertThat(rows(backing, address, "job_chunks")).isOne();
    assertThat(run(address, "imports", "prune", "--older-than", "1h").status()).isZero();
    assertThat(rows(backing, address, "job_chunks")).isZero();
    assertThat(rows(backing, address, JOBS)).isZero();
  }

  @Test
  void pruningMakesNoDirectory() {
    assertThat(Run.of(folder, "imports", "prune", "--older-than", "1h").status())
        .isEqualTo(ExitStatus.REFUSED);
    assertThat(folder.resolve("muster.db")).doesNotExist();
  }

  private static ImportControl at(Session store, Instant time) {
    return new ImportControl(
        store, Actor.SYSTEM, Clock.fixed(time, ZoneOffset.UTC), Retention.FOREVER);
  }

  @Test
  void theJournalTellsWhoMadeWhat() {
    Run.of(folder, "realms", "create", "partners");
    Run.of(folder, "realms", "create", "partners");
    Run.of(folder, "roles", "create", "admin", "--realm", "partners");
    assertThat(Run.of(folder, "journal").out().lines())
        .hasSize(2)
        .allMatch(line -> line.contains("cli:" + System.getProperty("user.name") + "@"))
        .anyMatch(line -> line.contains("role.created") && line.contains("partners"));
    assertThat(Run.of(folder, "journal", "--since", "2100-01-01").out())
        .contains("Nothing is in the journal");
  }

  private String imported(TestDatabases backing) throws Exception {
    Run.file(
        folder, "people.csv", "email key,first_name", "ann@example.com,Ann", "wrong address,Bob");
    String address = backing.emptyDirectory(folder);
    assertThat(run(address, "import", "people.csv").status()).isEqualTo(ExitStatus.PROBLEMS);
    return address;
  }

  private String onlyId(String address) {
    return run(address, "imports", "list", "--json").document().text("id");
  }

  private Run run(String address, String... words) {
    String[] all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--db";
    all[words.length + 1] = address;
    return Run.of(folder, all);
  }

  private static long rows(TestDatabases backing, String address, String table) throws Exception {
    try (Connection connection = backing.connect(address);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
      row.next();
      return row.getLong(1);
    }
  }
}
