package dev.muster.app.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.app.format.input.InputFile;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobStore;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.FaultyProxy;
import dev.muster.app.store.FaultyProxy.Sender;
import dev.muster.app.store.PostgresProcess;
import dev.muster.apply.StoreUnavailable;
import dev.muster.report.RecordResult;
import dev.muster.user.User;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Breaks connections, or the server, under a running import, which has to end as if nothing was.
 */
@Timeout(60)
class BrokenConnectionTest {

  /** Several transactions. */
  private static final int RECORDS = 12_000;

  @TempDir private static Path folder;
  private static PostgresProcess server;
  private static Path file;
  private static Ended undisturbed;

  /** How an import ended. */
  private record Ended(List<RecordResult> results, List<User> users, List<String> rejects) {

    static Ended of(ImportFixture trial, Job job) {
      return new Ended(trial.results(job), trial.users(), trial.rejects(job));
    }
  }

  /** What is on the wire when it breaks. */
  private enum Moment implements BiPredicate<Sender, String> {
    ROWS_ARE_COPIED {
      @Override
      public boolean test(Sender sender, String portion) {
        return sender == Sender.CLIENT && portion.contains("@example.com");
      }
    },
    RESULTS_ARE_SAVED {
      @Override
      public boolean test(Sender sender, String portion) {
        return sender == Sender.SERVER && portion.contains("INSERT 0 1\0");
      }
    },
    COMMIT_IS_ANSWERED {
      @Override
      public boolean test(Sender sender, String portion) {
        return sender == Sender.SERVER && portion.contains("COMMIT\0");
      }
    }
  }

  @BeforeAll
  static void importUndisturbed() throws Exception {
    server = PostgresProcess.start(Map.of("synchronous_commit", "on", "wal_writer_delay", "10s"));
    file = ImportFixture.write(folder.resolve("in.ndjson"), ImportFixture.records(RECORDS));
    try (ImportFixture trial = new ImportFixture(server.emptyDatabase())) {
      undisturbed = Ended.of(trial, trial.run(file, ImportFixture.byChunk()).job());
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionThatBreaksIsReplaced(Moment moment) throws Exception {
    Broken twice = new Broken(moment, List.of(1, 2), () -> {});
    assertEndsLikeUndisturbed(twice);
    assertThat(twice.waits).hasSizeGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatIsKilledIsWaitedFor(Moment moment) throws Exception {
    Broken once =
        new Broken(
            moment,
            List.of(2),
            () -> {
              server.kill();
              new Thread(server::restart, "restart").start();
            });
    assertEndsLikeUndisturbed(once);
    assertThat(once.waits).isNotEmpty();
  }

  @Test
  void everyAnswerToACommitMayBeLost() throws Exception {
    Moment answer = Moment.COMMIT_IS_ANSWERED;
    Path small = ImportFixture.write(folder.resolve("small.ndjson"), ImportFixture.records(50));
    int lost = 0;
    Broken broken;
    do {
      lost++;
      String address = server.emptyDatabase();
      broken = new Broken(answer, List.of(lost), () -> {});
      try (FaultyProxy wire = FaultyProxy.breaking(server.port(), broken);
          ImportFixture trial = new ImportFixture(wire.by(address))) {
        FinishedImport done =
            trial
                .imports()
                .start(ImportFixture.request(small, ImportFixture.byChunk(), false), broken);
        assertThat(trial.store.jobs().page(JobFilter.ALL, JobStore.LATEST, 100)).hasSize(1);
        assertThat(done.tally().total()).isEqualTo(50);
      }
      DirectoryInvariants.assertHold(address);
    } while (!broken.waits.isEmpty());
    assertThat(lost).as("commits of an import").isGreaterThan(2);
  }

  /** As when a standby takes over that had not received everything. */
  @Test
  void aServerThatLostCommitsGetsThemAgain() throws Exception {
    String address = server.emptyDatabase();
    String name = address.substring(address.lastIndexOf('/') + 1);
    execute(address, "ALTER DATABASE " + name + " SET synchronous_commit = off");
    // nobody else shall write the log meanwhile
    execute(address, "ALTER SYSTEM SET wal_writer_delay = '10s'");
    execute(address, "ALTER SYSTEM SET wal_writer_flush_after = '1GB'");
    execute(address, "SELECT pg_reload_conf()");
    AtomicBoolean killed = new AtomicBoolean();
    ImportProgress progress =
        new ImportProgress() {
          @Override
          public void importing(Job job, long done) {
            execute(address, "CHECKPOINT"); // the directory and the job shall not be lost
          }

          @Override
          public void done(long records) {
            if (!killed.getAndSet(true)) {
              server.kill();
              server.restart();
            }
          }
        };
    try (ImportFixture trial = new ImportFixture(address)) {
      ImportBroken broken =
          catchThrowableOfType(
              ImportBroken.class,
              () ->
                  trial
                      .imports()
                      .start(
                          ImportFixture.request(file, ImportFixture.byChunk(), false), progress));
      assertThat(broken).hasMessageContaining("has lost what was committed last");
      assertThat(trial.store.jobs().tally(broken.job()).total()).isLessThan(10_000);
      FinishedImport done = trial.imports().resume(broken.job(), ImportProgress.NONE);
      assertThat(Ended.of(trial, done.job()).equals(undisturbed)).isTrue();
    }
    execute(address, "ALTER SYSTEM RESET ALL");
    execute(address, "SELECT pg_reload_conf()");
    DirectoryInvariants.assertHold(address);
  }

  private static void execute(String address, String sql) {
    try (Connection connection = DirectoryInvariants.connection(address);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whoWaitsForTheServerCanBeStopped() throws Exception {
    String address = server.emptyDatabase();
    StopSignal stop = new StopSignal();
    AtomicBoolean gone = new AtomicBoolean();
    ImportProgress progress =
        new ImportProgress() {
          @Override
          public void importing(Job job, long done) {
            gone.set(true);
          }

          @Override
          public void waiting(StoreUnavailable reason) {
            stop.raise();
          }
        };
    try (FaultyProxy wire = FaultyProxy.breaking(server.port(), (sender, portion) -> gone.get());
        ImportFixture trial = new ImportFixture(wire.by(address))) {
      assertThatThrownBy(
              () ->
                  trial
                      .imports(stop)
                      .start(ImportFixture.request(file, ImportFixture.byChunk(), false), progress))
          .isInstanceOf(Interrupted.class);
      gone.set(false);
      FinishedImport done =
          trial
              .imports()
              .start(
                  ImportFixture.request(file, ImportFixture.byChunk(), true), ImportProgress.NONE);
      assertThat(Ended.of(trial, done.job()).equals(undisturbed)).isTrue();
    }
  }

  private static void assertEndsLikeUndisturbed(Broken broken) throws Exception {
    String address = server.emptyDatabase();
    try (FaultyProxy wire = FaultyProxy.breaking(server.port(), broken);
        ImportFixture trial = new ImportFixture(wire.by(address))) {
      FinishedImport done =
          trial
              .imports()
              .start(ImportFixture.request(file, ImportFixture.byChunk(), false), broken);
      assertThat(done.tally().total()).isEqualTo(RECORDS);
      assertThat(Ended.of(trial, done.job()).equals(undisturbed)).isTrue();
    }
    DirectoryInvariants.assertHold(address);
  }

  /** A wire that breaks at some of the moments of one kind, and the import that notices. */
  private static final class Broken implements ImportProgress, BiPredicate<Sender, String> {

    private final Moment moment;
    private final List<Integer> times;
    private final Runnable breaking;
    private final AtomicInteger seen = new AtomicInteger();
    private final List<StoreUnavailable> waits = new ArrayList<>();
    private volatile boolean begun;

    /**
     * Nothing breaks before the survey: whoever can't begin is told so at once.
     *
     * @param times which of the moments, from 1
     * @param breaking done then, on top of it
     */
    Broken(Moment moment, List<Integer> times, Runnable breaking) {
      this.moment = moment;
      this.times = times;
      this.breaking = breaking;
    }

    @Override
    public void surveying(InputFile input) {
      begun = true;
    }

    @Override
    public boolean test(Sender sender, String portion) {
      boolean now = begun && moment.test(sender, portion) && times.contains(seen.incrementAndGet());
      if (now) {
        breaking.run();
      }
      return now;
    }

    @Override
    public void waiting(StoreUnavailable reason) {
      waits.add(reason);
    }
  }
}
