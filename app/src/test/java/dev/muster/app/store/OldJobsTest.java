package dev.muster.app.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.ResultFilter;
import dev.muster.app.job.ResultPage;
import dev.muster.app.job.TextSearch;
import dev.muster.app.journal.Actor;
import dev.muster.app.store.postgres.PostgresAddress;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.report.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** Imports on record in a directory of an older version are there after the migration. */
class OldJobsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void oldImportsAreReadAndSearchedLikeNewOnes(StoreKind kind) throws Exception {
    try (Session store = StoreKind.open(oldDirectory(kind))) {
      JobStore jobs = store.jobs();
      assertThat(jobs.page(JobFilter.ALL, JobStore.LATEST, 9))
          .extracting(Job::state)
          .containsExactly(JobState.CANCELLED, JobState.FAILED, JobState.COMPLETED);
      Job job = jobs.find("imp_000000000001").orElseThrow();
      assertThat(job.provenance().actor()).isEqualTo(Actor.UNKNOWN);
      assertThat(job.provenance().origin()).isEqualTo(JobOrigin.CLI);
      assertThat(jobs.tally(job)).isEqualTo(new Tally(1500, 1497, 0, 0, 3, 1497, 4));

      List<RecordResult> results = new ArrayList<>();
      jobs.chunks(job, false, chunk -> results.addAll(chunk.results()));
      assertThat(Tally.of(results)).isEqualTo(jobs.tally(job));

      assertThat(indexes(jobs, job, ResultFilter.ALL.with(Outcome.FAILED)))
          .containsExactly(7L, 507L, 1007L);
      assertThat(indexes(jobs, job, ResultFilter.ALL.withCode("role-not-found")))
          .containsExactly(900L);
      assertThat(indexes(jobs, job, ResultFilter.ALL.atLine(1202))).containsExactly(1200L);
      assertThat(indexes(jobs, job, text("VALID EMAIL"))).containsExactly(7L, 507L, 1007L);
      assertThat(indexes(jobs, job, text("bad 507"))).containsExactly(507L);
      assertThat(jobs.problemCounts(job)).containsEntry("data-error", 3L).hasSize(2);
    }
  }

  private static ResultFilter text(String text) {
    return ResultFilter.ALL.with(
        new TextSearch(text, (result, source) -> new String(source, UTF_8)));
  }

  private static List<Long> indexes(JobStore jobs, Job job, ResultFilter filter) {
    List<Long> indexes = new ArrayList<>();
    OptionalLong next = OptionalLong.of(JobStore.START);
    while (next.isPresent()) {
      ResultPage page = jobs.page(job, filter, next.getAsLong(), 100);
      page.items().forEach(item -> indexes.add(item.result().position().index()));
      next = page.next();
    }
    return indexes;
  }

  private String oldDirectory(StoreKind kind) throws IOException, SQLException {
    return kind == StoreKind.SQLITE ? oldFile() : oldDatabase();
  }

  private String oldFile() throws IOException, SQLException {
    Path file = folder.resolve("old.db");
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    migrate(Flyway.configure().dataSource(source).locations("classpath:db/sqlite"), "3");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      execute(connection, rows());
      execute(
          connection,
          "INSERT INTO realms (number, name, uniqueness) VALUES (1, 'default', '{}');"
              + "INSERT INTO directory (number, id, next_user, created_at, seal_key)"
              + " VALUES (1, '0123456789abcde', 4000, 0, 'k')");
    }
    return "sqlite:" + file;
  }

  private static String oldDatabase() throws IOException, SQLException {
    String address = PostgresServer.emptyDatabase();
    PostgresAddress parsed = PostgresAddress.parse(address, Map.of()).orElseThrow();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(parsed.jdbcUrl());
    source.setUser(parsed.user());
    if (parsed.password() != null) {
      source.setPassword(parsed.password());
    }
    migrate(Flyway.configure().dataSource(source).locations("classpath:db/postgresql"), "5");
    try (Connection connection = PostgresServer.connect(address)) {
      execute(connection, rows().replace("X'", "'\\x"));
    }
    return address;
  }

  private static void migrate(FluentConfiguration flyway, String version) {
    flyway.target(version).load().migrate();
  }

  private static String rows() throws IOException {
    try (InputStream in = OldJobsTest.class.getResourceAsStream("/db/old-jobs.sql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }

  private static void execute(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
    }
  }
}
