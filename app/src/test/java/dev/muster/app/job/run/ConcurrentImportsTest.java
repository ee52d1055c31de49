package dev.muster.app.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.JobState;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.user.Account;
import dev.muster.user.LoginId;
import dev.muster.user.User;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentImportsTest {

  private static final int RECORDS = 600;

  @TempDir private Path folder;

  @Test
  void twoImportsAtOnceEndLikeOneAfterTheOther() throws Exception {
    Path a = ImportFixture.write(folder.resolve("a.ndjson"), records("a", 0));
    Path b = ImportFixture.write(folder.resolve("b.ndjson"), records("b", RECORDS / 2));
    Map<String, Account> aThenB = oneAfterTheOther(folder.resolve("ab.db"), a, b);
    Map<String, Account> bThenA = oneAfterTheOther(folder.resolve("ba.db"), b, a);
    assertThat(aThenB).isNotEqualTo(bThenA);
    for (int round = 0; round < 5; round++) {
      assertThat(atOnce(folder.resolve("both" + round + ".db"), a, b)).isIn(aThenB, bThenA);
    }
  }

  private static List<String> records(String name, int from) {
    List<String> lines = new ArrayList<>();
    for (int i = from; i < from + RECORDS; i++) {
      String username = i % 5 == 0 ? name + i : "user" + i % 400;
      lines.add(
          ImportFixture.record(
              "user" + i,
              "\"name\": \"" + name + "\", \"preferred_username\": \"" + username + "\""));
    }
    return lines;
  }

  private static Map<String, Account> oneAfterTheOther(Path database, Path first, Path second)
      throws Exception {
    try (ImportFixture trial = new ImportFixture(database)) {
      trial.run(first, ImportFixture.byChunk());
      trial.run(second, ImportFixture.byChunk());
      return accounts(trial);
    }
  }

  private static Map<String, Account> atOnce(Path database, Path... files) throws Exception {
    CyclicBarrier start = new CyclicBarrier(files.length);
    ExecutorService threads = Executors.newFixedThreadPool(files.length);
    try (ImportFixture trial = new ImportFixture(database)) {
      List<Callable<JobState>> imports = new ArrayList<>();
      for (Path file : files) {
        imports.add(
            () -> {
              try (ImportFixture own = new ImportFixture(database)) {
                start.await();
                return own.run(file, ImportFixture.byChunk()).job().state();
              }
            });
      }
      for (Future<JobState> state : threads.invokeAll(imports)) {
        assertThat(state.get()).isEqualTo(JobState.COMPLETED);
      }
      DirectoryInvariants.assertHold(database);
      return accounts(trial);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Map<String, Account> accounts(ImportFixture trial) {
    Map<String, Account> accounts = new TreeMap<>();
    for (User user : trial.users()) {
      LoginId email = user.account().email();
      assertThat(email).isNotNull();
      assertThat(accounts.put(email.key().text(), user.account())).isNull();
    }
    return accounts;
  }
}
