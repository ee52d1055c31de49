package dev.muster.app.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.JobState;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.Database;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.PostgresServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Imports that have all connections of the pool, and look for records that are known. */
@Timeout(120)
class SmallPoolTest {

  private static final int IMPORTS = 3;
  private static final int RECORDS = 5000;

  @TempDir private Path folder;

  @Test
  void importsDoNotWaitForConnectionsThatTheyHaveThemselves() throws Exception {
    String address = PostgresServer.emptyDirectory();
    try (Database database = PostgresServer.database(address, IMPORTS)) {
      for (Integer recognised : importAll(database)) {
        assertThat(recognised).as("known at the first import").isZero();
      }
      for (Integer recognised : importAll(database)) {
        assertThat(recognised).as("known at the second").isEqualTo(RECORDS);
      }
    }
    DirectoryInvariants.assertHold(address);
  }

  /** Imports a file each, at once; how many records each of them knew. */
  private List<Integer> importAll(Database database) throws Exception {
    CyclicBarrier ready = new CyclicBarrier(IMPORTS);
    List<Callable<Integer>> imports = new ArrayList<>();
    for (int i = 0; i < IMPORTS; i++) {
      String name = "of" + i + "user";
      List<String> lines = new ArrayList<>();
      for (int n = 0; n < RECORDS; n++) {
        lines.add(ImportFixture.record(name + n, "\"name\": \"n" + n + "\""));
      }
      Path file = ImportFixture.write(folder.resolve(name + ".ndjson"), lines);
      imports.add(
          () -> {
            try (ImportFixture fixture =
                new ImportFixture(database.open(), Settings.DEFAULTS, () -> {})) {
              fixture.users(); // takes its connection
              ready.await();
              FinishedImport finished = fixture.run(file, ImportFixture.byChunk());
              assertThat(finished.job().state()).isEqualTo(JobState.COMPLETED);
              return fixture.store.recognised();
            }
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(IMPORTS);
    try {
      List<Integer> all = new ArrayList<>();
      for (Future<Integer> each : threads.invokeAll(imports)) {
        all.add(each.get());
      }
      return all;
    } finally {
      threads.shutdown();
    }
  }
}
