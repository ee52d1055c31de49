package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.job.Job;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.PostgresServer;
import dev.muster.app.store.SubmittedImports;
import dev.muster.app.store.postgres.PostgresSession;
import dev.muster.value.Struct;
import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one directory: real ones, stopped and killed at work. */
class WorkersTest {

  private static final int MANY = 60_000;

  @TempDir Path folder;
  private final String database = PostgresServer.emptyDirectory();
  private final List<AutoCloseable> workers = new ArrayList<>();

  @BeforeEach
  void writeInputs() throws Exception {
    Files.write(folder.resolve("few.ndjson"), records("few", 100));
    Files.write(folder.resolve("many.ndjson"), records("many", MANY));
  }

  @AfterEach
  void stopWorkers() throws Exception {
    for (AutoCloseable worker : workers) {
      worker.close();
    }
  }

  /** Records that are new, known already, in each other's way, and wrong, in turns. */
  private static List<String> records(String name, int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String email = "{\"email\": \"" + name + i + "@example.com\", ";
      String again = "{\"email\": \"" + name + (i - 3) + "@example.com\", ";
      lines.add(
          switch (i % 7) {
            case 3 -> again + "\"name\": \"again " + i + "\"}";
            case 4 -> email + "\"preferred_username\": \"" + name + (i - 4) + "\"}";
            case 5 -> "{\"email\": 5}";
            case 6 -> "{broken";
            default -> email + "\"preferred_username\": \"" + name + i + "\"}";
          });
    }
    return lines;
  }

  private Run muster(String... words) {
    return musterOf(database, words);
  }

  private Run musterOf(String directory, String... words) {
    return Run.of(
        folder,
        Stream.concat(Arrays.stream(words), Stream.of("--db", directory)).toArray(String[]::new));
  }

  private String submit(String file, String... options) {
    List<String> words =
        new ArrayList<>(List.of("import", file, "--identifier", "email", "--upsert"));
    words.addAll(List.of("--submit", "--json"));
    words.addAll(List.of(options));
    Run run = muster(words.toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.document().text("status")).isEqualTo("pending");
    return String.valueOf(run.document().text("id"));
  }

  private MusterProcess process(String node, String... options) throws Exception {
    MusterProcess worker = MusterProcess.worker(folder, database, node, options);
    workers.add(worker);
    return worker;
  }

  private MusterThread worker(String node) throws Exception {
    MusterThread worker = MusterThread.worker(folder, database, node);
    workers.add(worker);
    return worker;
  }

  /** Waits until some of an import is committed, but not all; the node that works on it. */
  private String awaitSomeOf(String id) throws Exception {
    Semaphore news = new Semaphore(0);
    try (PostgresSession store = PostgresServer.openStore(database);
        Closeable hearing = store.database().onJobChanged(news::release)) {
      assertThat(hearing).isNotNull();
      Job job = store.jobs().find(id).orElseThrow();
      while (store.jobs().tally(job).total() == 0) {
        assertThat(news.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(store.jobs().tally(job).total()).isLessThan(job.records());
      return store.submitted().find(job).orElseThrow().node().orElseThrow();
    }
  }

  /** What an import that nobody disturbs leaves, without ids and times. */
  private record Undisturbed(String report, String users) {

    private static @Nullable Undisturbed known;

    static Undisturbed in(Path folder) {
      Undisturbed found = known;
      if (found == null) {
        String other = PostgresServer.emptyDirectory();
        Run run =
            Run.of(
                folder,
                "import",
                "many.ndjson",
                "--identifier",
                "email",
                "--upsert",
                "--json",
                "--db",
                other);
        Run users = Run.of(folder, "users", "list", "--json", "--db", other);
        found = new Undisturbed(timeless(run.out()), timeless(users.out()));
        known = found;
      }
      return found;
    }
  }

  /** The directory and the report are those of an import that nobody disturbed. */
  private void assertLikeUndisturbed(String id) {
    Undisturbed expected = Undisturbed.in(folder);

    Run actual = muster("imports", "show", id, "--json");

    assertThat(timeless(actual.out()).equals(expected.report())).as("the same report").isTrue();
    assertThat(actual.out()).contains("\"record\":{").contains("many59999@example.com");
    assertThat(timeless(muster("users", "list", "--json").out()).equals(expected.users()))
        .as("the same users")
        .isTrue();
    Run check = muster("db", "check");
    assertThat(check.status()).as(check.out()).isZero();
  }

  /** Without the directory's and the job's own ids, and without the time. */
  private static String timeless(String documents) {
    return documents
        .replaceAll("imp_[0-9a-z]+", "imp_")
        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{3}", "usr")
        .replaceAll("\"(created|updated)_at\":\"[^\"]*\"", "\"at\"");
  }

  @Test
  void twoWorkersShareTheWork() throws Exception {
    MusterProcess a = process("a");
    MusterProcess b = process("b");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Files.write(folder.resolve(i + ".ndjson"), records("name" + i + "x", 7000));
      ids.add(submit(i + ".ndjson"));
    }

    for (String id : ids) {
      assertThat(muster("imports", "watch", id, "--json", "--details", "none").status())
          .as("some records are broken on purpose")
          .isEqualTo(1);
    }

    assertThat(muster("users", "count").out().strip()).isEqualTo("18000");
    List<String> done = new ArrayList<>();
    for (MusterProcess worker : List.of(a, b)) {
      worker.terminate();
      assertThat(worker.status()).isZero();
      assertThat(worker.said()).anyMatch(line -> line.contains("done with import"));
      worker.said().stream()
          .filter(line -> line.contains("done with import"))
          .forEach(line -> done.add(line.replaceAll(".*(imp_[0-9a-z]+).*", "$1")));
    }
    assertThat(done).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void anotherWorkerGoesOnWithTheImportOfOneThatWasKilled() throws Exception {
    MusterProcess a = process("a");
    MusterProcess b = process("b");
    String id = submit("many.ndjson");
    boolean hasA = awaitSomeOf(id).equals("a");

    (hasA ? a : b).kill();

    (hasA ? b : a).await("many.ndjson, 60,000 records) after ");
    Run watch = muster("imports", "watch", id);
    assertThat(watch.status()).isEqualTo(1);
    assertThat(watch.out()).contains(hasA ? "completed (b)" : "completed (a)");
    assertLikeUndisturbed(id);
  }

  @Test
  void aWorkerThatIsStoppedHandsItsImportOver() throws Exception {
    MusterProcess a = process("a", "--json");
    MusterProcess b = process("b", "--json");
    String id = submit("many.ndjson");
    boolean hasA = awaitSomeOf(id).equals("a");
    MusterProcess first = hasA ? a : b;
    MusterProcess second = hasA ? b : a;

    first.terminate();

    String rest = "\"node\":\"" + (hasA ? "b" : "a") + "\",\"id\":\"" + id + "\",";
    first.await("{\"event\":\"handed_over\",");
    assertThat(first.status()).isZero();
    second.await("{\"event\":\"took\"," + rest + "\"records\":60000,\"done\":");
    second.await("{\"event\":\"finished\"," + rest + "\"status\":\"completed\"");
    assertLikeUndisturbed(id);
  }

  @Test
  void anImportUnderWayIsCancelled() throws Exception {
    MusterThread a = worker("a");
    int count = 4 * MANY;
    Files.write(folder.resolve("many.ndjson"), records("many", count));
    String id = submit("many.ndjson");
    awaitSomeOf(id);

    try (Connection connection = DirectoryInvariants.connection(database);
        Statement lock = connection.createStatement()) {
      connection.setAutoCommit(false);
      lock.execute("LOCK TABLE login_keys IN EXCLUSIVE MODE"); // or it would be done before
      assertThat(muster("workers", "list").out())
          .contains(
              "a  import " + id + " (", "many.ndjson), ", "of 240,000 records; since ", "; seen ");
      assertThat(muster("workers", "list", "--json").out())
          .contains("{\"node\":\"a\",\"since\":\"20", "\"import\":{\"id\":\"" + id + "\"");
      assertThat(muster("imports", "cancel", id).out())
          .isEqualTo("Import " + id + " is asked to stop: a does so after the records under way\n");
    }

    a.await("cancelled import " + id + " after ");
    Run watch = muster("imports", "watch", id);
    assertThat(watch.status()).isEqualTo(1);
    assertThat(watch.out()).contains("Cancelled: ").contains("cancelled (a)");
    assertThat(Long.parseLong(muster("users", "count").out().strip())).isBetween(1L, count / 3L);
    assertThat(muster("imports", "cancel", id).status()).isEqualTo(2);
  }

  @Test
  void anImportThatWaitsIsCancelled() throws Exception {
    String id = submit("few.ndjson");
    assertThat(muster("imports", "list").out()).contains(id + "  pending");
    assertThat(muster("imports", "show", id).out()).contains("Not begun: ").contains("watch " + id);

    assertThat(muster("imports", "cancel", id).out())
        .isEqualTo("Import " + id + " is cancelled after 0 of 100 records\n");

    MusterThread a = worker("a");
    String next = submit("few.ndjson");
    a.await("done with import " + next);
    assertThat(a.said()).noneMatch(line -> line.contains(id));
    assertThat(muster("imports", "list").out()).contains(id + "  cancelled");
  }

  @Test
  void workersThatHearNothingLookForThemselves() throws Exception {
    MusterThread a = worker("a");
    while (PostgresServer.cutOffListeners(database) == 0) {
      Thread.onSpinWait(); // it has begun, and listens in a moment
    }
    a.await("the database can't be reached; the worker keeps trying");
    a.await("the database can be reached again; the worker waits for imports");
    assertThat(muster("workers", "list").out()).startsWith("a  waits; since 20").contains("; seen");

    String id = submit("few.ndjson", "--dry-run");

    a.await("done with import " + id);
    assertThat(muster("users", "count").out().strip()).isEqualTo("0");
    assertThat(muster("imports", "show", id).out()).contains("Dry run");
  }

  @Test
  void aWholeThatFailsKeepsNothing() throws Exception {
    MusterThread a = worker("a");
    String id = submit("few.ndjson", "--atomic");

    a.await("nothing kept of import " + id);

    Run watch = muster("imports", "watch", id);
    assertThat(watch.status()).isEqualTo(1);
    assertThat(watch.out()).contains("Not imported: ");
    assertThat(muster("users", "count").out().strip()).isEqualTo("0");
  }

  /** Users whose passwords come in plain, and are not hashed in no time. */
  private String submitPlainPasswords(int count) throws Exception {
    List<String> users = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      users.add("\"user" + i + "\": {\"password\": \"secret of " + i + "\"}");
    }
    Run.file(folder, "users.json", "{\"users\": {" + String.join(",\n", users) + "}}");
    Run run = muster("import", "users.json", "--format", "restauth", "--submit", "--json");
    assertThat(run.status()).as(run.err()).isZero();
    return String.valueOf(run.document().text("id"));
  }

  /** Waits until both workers have hashed passwords of an import; who carries it out. */
  private String awaitBothHashing(String id) throws Exception {
    Semaphore news = new Semaphore(0);
    try (PostgresSession store = PostgresServer.openStore(database);
        Closeable hearing = store.database().onJobChanged(news::release)) {
      assertThat(hearing).isNotNull();
      Job job = store.jobs().find(id).orElseThrow();
      SubmittedImports submitted = store.submitted();
      while (!submitted.find(job).orElseThrow().hashing().equals(Optional.of("a, b"))) {
        assertThat(news.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
      }
      return submitted.find(job).orElseThrow().node().orElseThrow();
    }
  }

  @Test
  void idleWorkersHelpToHashPasswordsAndGoOnWhenTheOtherIsKilled() throws Exception {
    int count = 2000;
    Run.file(folder, "muster.yml", "passwords: {argon2: {memory_kib: 2048, passes: 2}}");
    MusterProcess a = process("a", "--json");
    MusterProcess b = process("b", "--json");
    String id = submitPlainPasswords(count);
    boolean hasA = awaitBothHashing(id).equals("a");
    assertThat(muster("users", "count").out().strip())
        .as("no password yet, no user")
        .isEqualTo("0");

    (hasA ? a : b).kill();

    MusterProcess other = hasA ? b : a;
    other.await("{\"event\":\"helped\",\"node\":\"" + (hasA ? "b" : "a") + "\",\"id\":\"" + id);
    other.await("{\"event\":\"finished\",");
    assertThat(muster("users", "count").out().strip()).isEqualTo(String.valueOf(count));
    for (int i : new int[] {0, 255, 256, count - 1}) {
      byte[] secret = ("secret of " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      assertThat(
              Run.with(
                      folder,
                      secret,
                      "users",
                      "verify",
                      "user" + i,
                      "--password-stdin",
                      "--db",
                      database)
                  .status())
          .isZero();
    }
    try (PostgresSession store = PostgresServer.openStore(database)) {
      Job job = store.jobs().find(id).orElseThrow();
      assertThat(store.submitted().hashes().orElseThrow().done(job)).as("forgotten").isEmpty();
    }
  }

  @Test
  void aCancelledImportLeavesNoHashes() throws Exception {
    Run.file(folder, "muster.yml", "passwords: {argon2: {memory_kib: 2048, passes: 2}}");
    MusterThread a = worker("a");
    MusterThread b = worker("b");
    String id = submitPlainPasswords(30_000); // more than are done before they are cancelled
    MusterThread carrier = awaitBothHashing(id).equals("a") ? a : b;

    assertThat(muster("imports", "cancel", id).status()).isZero();

    carrier.await("cancelled import " + id);
    for (MusterThread worker : List.of(a, b)) {
      worker.terminate();
      assertThat(worker.status()).isZero();
    }
    assertThat(muster("users", "count").out().strip()).isEqualTo("0");
    try (PostgresSession store = PostgresServer.openStore(database)) {
      Job job = store.jobs().find(id).orElseThrow();
      assertThat(store.submitted().hashes().orElseThrow().done(job)).isEmpty();
      assertThat(store.submitted().hashes().orElseThrow().wanted()).isEmpty();
    }
  }

  @Test
  void standardInputIsSubmittedToo() throws Exception {
    byte[] input =
        "{\"email\":\"ann@example.com\"}\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Run run =
        Run.with(folder, input, "import", "-", "--identifier=email", "--submit", "--db", database);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("Submitted standard input as import imp_");
    String id = run.out().replaceAll("(?s).*(imp_[0-9a-z]+):.*", "$1");

    worker("a").await("done with import " + id + ": 1 inserted");

    Run watch = muster("imports", "watch", id, "--json");
    assertThat(watch.status()).isZero();
    assertThat(watch.document()).isEqualTo(muster("imports", "show", id, "--json").document());
    assertThat(((Struct) watch.document().get("summary")).get("inserted"))
        .isEqualTo(new dev.muster.value.Value.Num("1"));
  }

  @Test
  void aBrokenInputIsRefusedAndNothingIsStored() throws Exception {
    Run.file(folder, "bad.csv", "username key,nope", "ann,1");

    Run run = muster("import", "bad.csv", "--submit", "--json");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.document().text("status")).isEqualTo("failed");
    assertThat(muster("imports", "list").out()).startsWith("Nothing was imported yet.");
  }

  @Test
  void whatWasSubmittedIsLeftToWorkers() {
    String id = submit("few.ndjson");

    assertThat(muster("imports", "resume", id).err()).contains("a worker resumes it");
    assertThat(
            muster("import", "few.ndjson", "--identifier", "email", "--upsert", "--resume").err())
        .contains("a worker resumes it");
    assertThat(muster("import", "few.ndjson", "--submit", "--resume").status()).isEqualTo(2);
    assertThat(muster("import", "few.ndjson", "--submit", "--report", "r.csv").err())
        .contains("muster imports report");
  }

  @Test
  void aWorkerHasABoundedNumberOfImports() {
    assertThat(muster("worker", "--imports", "0").status()).isEqualTo(2);
  }

  @Test
  void aWorkerUsesTheSettingsThatAnImportWasSubmittedWith() throws Exception {
    Run.file(
        folder,
        "muster.yml",
        "{default_country: FR, attributes: [{name: phone, kind: phone_number}]}");
    Run.file(folder, "phones.csv", "username key,phone", "ada,0612345610");
    Run submitted = muster("import", "phones.csv", "--submit", "--json");
    String id = String.valueOf(submitted.document().text("id"));
    Run.file(folder, "muster.yml", "default_country: DE");

    worker("a");

    assertThat(muster("imports", "watch", id).status()).isZero();
    assertThat(muster("users", "show", "ada", "--json").out())
        .contains("\"phone\":\"+33612345610\"");
  }
}
