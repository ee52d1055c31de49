package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.Job;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.Session;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one file: real ones, stopped and killed at work. */
class SqliteWorkersTest {

  /** Several transactions. */
  private static final int MANY = 90_000;

  @TempDir Path folder;
  private final List<AutoCloseable> workers = new ArrayList<>();

  @AfterEach
  void stopWorkers() throws Exception {
    for (AutoCloseable worker : workers) {
      worker.close();
    }
  }

  private Run muster(String... words) {
    List<String> all = new ArrayList<>(List.of("--db", "sqlite:muster.db"));
    all.addAll(List.of(words));
    return Run.of(folder, all.toArray(String[]::new));
  }

  private MusterProcess worker(String node, String... options) throws Exception {
    MusterProcess worker = MusterProcess.worker(folder, "sqlite:muster.db", node, options);
    workers.add(worker);
    return worker;
  }

  private MusterThread thread(String node) throws Exception {
    MusterThread worker = MusterThread.worker(folder, "sqlite:muster.db", node);
    workers.add(worker);
    return worker;
  }

  /** Submits new users, and deletes the file that they come from. */
  private String submit(String name, int count) throws Exception {
    Path file = folder.resolve(name + ".ndjson");
    Files.write(
        file,
        IntStream.range(0, count)
            .mapToObj(i -> "{\"email\": \"" + name + i + "@example.com\"}")
            .toList());
    Run run = muster("import", file.toString(), "--identifier", "email", "--submit", "--json");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.document().text("status")).isEqualTo("pending");
    Files.delete(file);
    return String.valueOf(run.document().text("id"));
  }

  /** Waits until some of an import is committed, but not all; the node that works on it. */
  private String awaitSomeOf(String id) {
    try (Session store = TestDatabases.SQLITE.open("sqlite:" + folder.resolve("muster.db"))) {
      Job job = store.jobs().find(id).orElseThrow();
      while (store.jobs().tally(job).total() == 0) {
        Thread.onSpinWait();
      }
      assertThat(store.jobs().tally(job).total()).isLessThan(job.records());
      return store.submitted().find(job).orElseThrow().node().orElseThrow();
    }
  }

  private void assertAllImported(String id, int count) {
    Run watch = muster("imports", "watch", id, "--json", "--details", "none");
    assertThat(watch.status()).as(watch.err()).isZero();
    assertThat(muster("users", "count").out().strip()).isEqualTo(String.valueOf(count));
    DirectoryInvariants.assertHold(folder.resolve("muster.db"));
  }

  @Test
  void twoWorkersShareTheWork() throws Exception {
    MusterProcess a = worker("a");
    MusterProcess b = worker("b");
    List<String> ids = new ArrayList<>();
    while (ids.size() < 6 || done(a).isEmpty() || done(b).isEmpty()) {
      assertThat(ids).as("imports of which one worker did none").hasSizeLessThan(60);
      for (int i = 0; i < 3; i++) {
        ids.add(submit("name" + ids.size() + "x", 3000));
      }
      for (String id : ids.subList(ids.size() - 3, ids.size())) {
        assertThat(muster("imports", "watch", id).status()).isZero();
      }
    }
    for (MusterProcess worker : List.of(a, b)) {
      worker.terminate();
      assertThat(worker.status()).isZero();
    }
    List<String> done = new ArrayList<>(done(a));
    done.addAll(done(b));
    assertThat(done).containsExactlyInAnyOrderElementsOf(ids);
    assertAllImported(ids.get(0), 3000 * ids.size());
  }

  /** The imports that a worker has said to be done with. */
  private static List<String> done(MusterProcess worker) {
    return worker.said().stream()
        .filter(line -> line.contains("done with import"))
        .map(line -> line.replaceAll(".*(imp_[0-9a-z]+).*", "$1"))
        .toList();
  }

  @Test
  void anotherWorkerGoesOnWithTheImportOfOneThatWasKilled() throws Exception {
    MusterProcess a = worker("a");
    MusterProcess b = worker("b");
    String id = submit("many", MANY);
    boolean hasA = awaitSomeOf(id).equals("a");

    (hasA ? a : b).kill();

    (hasA ? b : a).await("90,000 records) after ");
    assertAllImported(id, MANY);
    assertThat(muster("imports", "show", id).out())
        .contains(hasA ? "completed (b)" : "completed (a)");
  }

  @Test
  void aWorkerThatIsStoppedHandsItsImportOver() throws Exception {
    MusterProcess a = worker("a");
    String id = submit("many", MANY);
    assertThat(awaitSomeOf(id)).isEqualTo("a");
    a.terminate();
    assertThat(a.status()).isZero();
    assertThat(muster("imports", "show", id).out()).contains("interrupted");

    MusterProcess b = worker("b");
    b.await("90,000 records) after ");
    assertAllImported(id, MANY);
  }

  @Test
  void anImportUnderWayIsCancelled() throws Exception {
    MusterProcess a = worker("a");
    String id = submit("many", 2 * MANY);
    awaitSomeOf(id);
    String workers = muster("workers", "list").out();
    assertThat(workers).startsWith("a  import " + id + " (").doesNotContain("since");

    Run cancel = muster("imports", "cancel", id);

    assertThat(cancel.status()).as(cancel.err()).isZero();
    a.await("cancelled import " + id + " after ");
    assertThat(muster("imports", "list").out()).contains(id + "  cancelled");
    DirectoryInvariants.assertHold(folder.resolve("muster.db"));
  }

  @Test
  void aStoredInputThatIsCutOffIsNotImported() throws Exception {
    String id = submit("many", 3000);
    Path input = folder.resolve("muster.db-inputs").resolve(id);
    try (FileChannel channel = FileChannel.open(input, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }
    try (MusterThread a = MusterThread.worker(folder, "sqlite:muster.db", "a")) {
      a.await("the stored input of import " + id + " is damaged");
    }
    assertThat(muster("users", "count").out().strip()).isEqualTo("0");
    assertThat(muster("imports", "show", id).out()).contains("is damaged");
    DirectoryInvariants.assertHold(folder.resolve("muster.db"));
  }

  @Test
  void whatIsDeletedLeavesNoInput() throws Exception {
    thread("a");
    String id = submit("few", 10);
    assertThat(muster("imports", "watch", id).status()).isZero();
    assertThat(muster("imports", "report", id).out()).contains("few9@example.com");
    assertThat(folder.resolve("muster.db-inputs")).isNotEmptyDirectory();

    assertThat(muster("imports", "delete", id).status()).isZero();

    assertThat(folder.resolve("muster.db-inputs")).isEmptyDirectory();
  }
}
