package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.StoreKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Imports are paused and go on, with real workers. */
class ImportsPauseTest {

  /** More than are done before a worker looks whether it is to stop, about a second. */
  private static final int MANY = 200_000;

  @TempDir Path folder;
  private String address = "";

  private Run muster(String... words) {
    return Run.of(
        folder,
        Stream.concat(Arrays.stream(words), Stream.of("--db", address)).toArray(String[]::new));
  }

  private String submit(String name, int count) throws Exception {
    Run run = muster("import", write(name, count), "--identifier", "email", "--submit", "--json");
    assertThat(run.status()).as(run.err()).isZero();
    return String.valueOf(run.document().text("id"));
  }

  private String write(String name, int count) throws Exception {
    List<String> lines =
        IntStream.range(0, count)
            .mapToObj(i -> "{\"email\": \"" + name + i + "@example.com\"}")
            .toList();
    return Files.write(folder.resolve(name + ".ndjson"), lines).toString();
  }

  private String paused(String id) {
    Run pause = muster("imports", "pause", id);
    assertThat(pause.status()).as(pause.err()).isZero();
    return pause.out();
  }

  @ParameterizedTest
  @EnumSource
  void workersLeaveAWaitingImportAlone(StoreKind kind) throws Exception {
    address = kind.emptyDirectory(folder, "muster");
    String id = submit("few", 100);
    for (int time = 0; time < 2; time++) {
      assertThat(paused(id))
          .startsWith("Import " + id + " is paused after 0 of 100 records\n\nNext: muster ")
          .contains("imports resume " + id);
    }
    assertThat(muster("imports", "list").out()).contains(id + "  paused");
    assertThat(muster("imports", "show", id).out())
        .contains("Paused: ")
        .contains("Resume it with: muster")
        .contains("imports resume " + id);

    try (MusterThread worker = MusterThread.worker(folder, address, "a")) {
      String other = submit("other", 10);
      worker.await("done with import " + other);
      assertThat(worker.said()).noneMatch(line -> line.contains(id));

      Run resumed = muster("imports", "resume", id, "--json");
      assertThat(resumed.status()).as(resumed.err()).isZero();
      assertThat(resumed.document().text("status")).isEqualTo("pending");
      worker.await("done with import " + id);
    }
    assertThat(muster("imports", "watch", id).status()).isZero();
    assertThat(muster("users", "count").out()).isEqualTo("110\n");
    assertThat(muster("journal", "--limit", "100").out())
        .contains("import.paused")
        .contains("import.resumed");
    Run late = muster("imports", "pause", id);
    assertThat(late.status()).isEqualTo(2);
    assertThat(late.err()).contains("import " + id + " can't be paused: it is completed");
  }

  @ParameterizedTest
  @EnumSource
  void aWorkerPausesAndGoesOn(StoreKind kind) throws Exception {
    address = kind.emptyDirectory(folder, "muster");
    String id = submit("many", MANY);
    try (MusterThread worker = MusterThread.worker(folder, address, "a", "--json")) {
      worker.await("{\"event\":\"took\"");
      assertThat(paused(id))
          .isEqualTo("Import " + id + " is asked to stop: a does so after the records under way\n");
      worker.await("{\"event\":\"paused\",\"node\":\"a\",\"id\":\"" + id + "\",\"done\":");
      assertThat(muster("imports", "list").out()).contains(id + "  paused");
      assertThat(Long.parseLong(muster("users", "count").out().strip())).isLessThan(MANY);

      Run resumed = muster("imports", "resume", id);
      assertThat(resumed.out()).contains("Import " + id + " waits for a worker to go on after ");
      worker.await("{\"event\":\"finished\"");
    }
    assertThat(muster("users", "count").out()).isEqualTo(MANY + "\n");
    assertThat(muster("db", "check").status()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsFinishedOrUnknownCanNotBePaused(StoreKind kind) throws Exception {
    address = kind.emptyDirectory(folder, "muster");
    String file = write("few", 100);
    Run missing = muster("imports", "pause", "imp_nothing");
    assertThat(missing.status()).isEqualTo(2);
    Run done = muster("import", file, "--identifier", "email", "--json");
    String id = String.valueOf(done.document().text("id"));
    assertThat(muster("imports", "pause", id).status()).isEqualTo(2);
    assertThat(muster("imports", "resume", id).err()).contains("is finished");
  }
}
