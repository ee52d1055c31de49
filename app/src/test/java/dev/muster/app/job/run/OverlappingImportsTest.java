package dev.muster.app.job.run;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobStore;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.PostgresServer;
import dev.muster.report.Outcome;
import dev.muster.report.Tally;
import dev.muster.user.Account;
import dev.muster.user.User;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two imports into one PostgreSQL directory at once. They may take turns chunk by chunk, so what is
 * asked for is that each user who is in both files, and each two users who want the same name, are
 * as if one of the imports had come after the other.
 */
class OverlappingImportsTest {

  /** Of two records each that have to do with each other; so each file has two chunks. */
  private static final int GROUPS = Imports.READ_AT_ONCE;

  @TempDir private static Path folder;
  private static Path fileA;
  private static Path fileB;
  private static Map<String, Account> aThenB;
  private static Map<String, Account> bThenA;

  /** Which import has committed something before the other one begins. */
  private enum First {
    A,
    B,
    NEITHER
  }

  @BeforeAll
  static void importOneAfterTheOther() throws Exception {
    fileA = ImportFixture.write(folder.resolve("a.ndjson"), records("A"));
    List<String> reversed = records("B");
    Collections.reverse(reversed);
    fileB = ImportFixture.write(folder.resolve("b.ndjson"), reversed);
    aThenB = serially(fileA, fileB);
    bThenA = serially(fileB, fileA);
  }

  /** Of each group, a user who is in both files, and one who wants a name that the other wants. */
  private static List<String> records(String which) {
    List<String> lines = new ArrayList<>();
    for (int group = 0; group < GROUPS; group++) {
      lines.add(
          ImportFixture.record(
              "both" + group,
              "\"name\": \"by %s\", \"%s\": \"%s\""
                  .formatted(which, which.equals("A") ? "given_name" : "family_name", which)));
      lines.add(
          ImportFixture.record(
              "only" + which + group, "\"preferred_username\": \"n" + group + "\""));
    }
    return lines;
  }

  private static Map<String, Account> serially(Path first, Path second) throws Exception {
    try (ImportFixture trial = new ImportFixture(PostgresServer.emptyDirectory())) {
      trial.run(first, ImportFixture.byChunk());
      trial.run(second, ImportFixture.byChunk());
      return accounts(trial);
    }
  }

  private static Map<String, Account> accounts(ImportFixture trial) {
    Map<String, Account> accounts = new HashMap<>();
    for (User user : trial.users()) {
      String email = requireNonNull(user.account().email()).value();
      assertThat(accounts.put(email.replace("@example.com", ""), user.account())).isNull();
    }
    return accounts;
  }

  @ParameterizedTest
  @EnumSource
  void eachUserIsAsAfterOneImportAndThenTheOther(First first) throws Exception {
    String address = PostgresServer.emptyDirectory();
    CountDownLatch begun = new CountDownLatch(first == First.NEITHER ? 0 : 1);
    CompletableFuture<FinishedImport> a =
        importing(address, fileA, () -> {}, new Turn(begun, first == First.B));
    CompletableFuture<FinishedImport> b =
        importing(address, fileB, () -> {}, new Turn(begun, first == First.A));
    assertAddsUp(a.get(60, SECONDS).tally(), 2 * GROUPS);
    assertAddsUp(b.get(60, SECONDS).tally(), 2 * GROUPS);
    assertSerial(address);
  }

  @Test
  void twoProcessesMayBeginADirectory() throws Exception {
    String address = PostgresServer.emptyDatabase();
    List<Process> processes = new ArrayList<>();
    for (Path file : List.of(fileA, fileB)) {
      processes.add(
          CrashingImport.start(
              address,
              file,
              ImportFixture.byChunk(),
              CrashingImport.NEVER,
              folder.resolve(file.getFileName() + ".out")));
    }
    for (Process process : processes) {
      assertThat(process.waitFor()).as(() -> "see " + folder).isZero();
    }
    assertSerial(address);
  }

  /** Both have changed users of one chunk, and now want those that the other one has changed. */
  @Test
  @Timeout(60)
  void importsInOppositeOrdersDoNotBlockEachOther() throws Exception {
    String address = directoryWithUsers();
    importMeeting(address, fileA, fileB, 2 * GROUPS);
    assertThat(deadlocks(address)).isPositive();
    assertSerial(address);
  }

  /** Both have seen the same users before one of them changes these; no key is in the way. */
  @Test
  void noneOverwritesWhatItHasNotSeen() throws Exception {
    List<Path> files = new ArrayList<>();
    for (String which : List.of("A", "B")) {
      List<String> few = records(which).subList(0, 200);
      few.removeIf(line -> line.contains("only"));
      files.add(ImportFixture.write(folder.resolve("few" + which + ".ndjson"), few));
    }
    String address = directoryWithUsers();
    importMeeting(address, files.get(0), files.get(1), 100);
    try (ImportFixture trial = new ImportFixture(address)) {
      Map<String, Account> accounts = accounts(trial);
      for (int group = 0; group < 100; group++) {
        assertSerial(accounts, List.of("both" + group));
      }
    }
    DirectoryInvariants.assertHold(address);
  }

  /** Has those who are in both files. */
  private static String directoryWithUsers() throws Exception {
    List<String> users = new ArrayList<>();
    for (int group = 0; group < GROUPS; group++) {
      users.add(ImportFixture.record("both" + group, "\"name\": \"before\""));
    }
    String address = PostgresServer.emptyDirectory();
    try (ImportFixture trial = new ImportFixture(address)) {
      trial.run(
          ImportFixture.write(folder.resolve("before.ndjson"), users), ImportFixture.byChunk());
    }
    return address;
  }

  private static void importMeeting(String address, Path one, Path other, int records)
      throws Exception {
    CyclicBarrier meeting = new CyclicBarrier(2);
    Party first = new Party(meeting);
    Party second = new Party(meeting);
    CompletableFuture<FinishedImport> a = importing(address, one, first, first);
    CompletableFuture<FinishedImport> b = importing(address, other, second, second);
    assertAddsUp(a.get(60, SECONDS).tally(), records);
    assertAddsUp(b.get(60, SECONDS).tally(), records);
  }

  private static CompletableFuture<FinishedImport> importing(
      String address, Path file, Runnable moment, ImportProgress progress) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (ImportFixture trial = new ImportFixture(address, Settings.DEFAULTS, moment)) {
            return trial
                .imports()
                .start(ImportFixture.request(file, ImportFixture.byChunk(), false), progress);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        },
        task -> new Thread(task, file.getFileName().toString()).start());
  }

  private static void assertAddsUp(Tally tally, int records) {
    assertThat(tally.total()).isEqualTo(records);
    assertThat(tally.inserted() + tally.updated() + tally.skipped() + tally.failed())
        .isEqualTo(tally.total());
  }

  private static void assertSerial(String address) {
    try (ImportFixture trial = new ImportFixture(address)) {
      Map<String, Account> accounts = accounts(trial);
      for (int group = 0; group < GROUPS; group++) {
        assertSerial(accounts, List.of("both" + group));
        assertSerial(accounts, List.of("onlyA" + group, "onlyB" + group));
      }
      assertThat(accounts).hasSize(aThenB.size());
      long failed =
          trial.store.jobs().page(JobFilter.ALL, JobStore.LATEST, 100).stream()
              .flatMap(job -> trial.results(job).stream())
              .filter(result -> result.outcome() == Outcome.FAILED)
              .count();
      assertThat(failed).as("one of each two that want a name").isGreaterThanOrEqualTo(GROUPS);
    }
    DirectoryInvariants.assertHold(address);
  }

  private static void assertSerial(Map<String, Account> accounts, List<String> together) {
    assertThat(some(accounts, together)).isIn(some(aThenB, together), some(bThenA, together));
  }

  private static Map<String, Account> some(Map<String, Account> accounts, List<String> names) {
    Map<String, Account> some = new HashMap<>();
    for (String name : names) {
      if (accounts.containsKey(name)) {
        some.put(name, accounts.get(name));
      }
    }
    return some;
  }

  /** The server has counted them all when the sessions that met them have ended. */
  private static long deadlocks(String address) throws Exception {
    try (Connection connection = DirectoryInvariants.connection(address)) {
      String others =
          "SELECT count(*) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()";
      while (number(connection, others) > 0) {
        Thread.onSpinWait();
      }
      return number(
          connection, "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Waits, or lets the other one begin when some of its own records are done. */
  private static final class Turn implements ImportProgress {

    private final CountDownLatch begun;
    private final boolean waits;

    Turn(CountDownLatch begun, boolean waits) {
      this.begun = begun;
      this.waits = waits;
    }

    @Override
    public void importing(Job job, long done) {
      try {
        assertThat(!waits || begun.await(30, SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void done(long records) {
      begun.countDown();
    }
  }

  /** One of two imports that meet, each in its transaction, after its first chunk. */
  private static final class Party implements ImportProgress, Runnable {

    private final CyclicBarrier meeting;
    private final AtomicBoolean toMeet = new AtomicBoolean();

    Party(CyclicBarrier meeting) {
      this.meeting = meeting;
    }

    @Override
    public void importing(Job job, long done) {
      toMeet.set(true);
    }

    @Override
    public void run() {
      if (toMeet.getAndSet(false)) {
        try {
          meeting.await(30, SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }
}
