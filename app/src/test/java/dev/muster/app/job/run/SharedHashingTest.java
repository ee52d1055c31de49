package dev.muster.app.job.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.format.Formats;
import dev.muster.app.format.SlowPreparation;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.format.restauth.RestAuthFormat;
import dev.muster.app.format.restauth.RestAuthReading;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.Retention;
import dev.muster.app.job.restauth.RestAuthLog;
import dev.muster.app.job.restauth.RestAuthWork;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.PostgresServer;
import dev.muster.app.store.SharedHashes;
import dev.muster.app.store.SubmittedImports;
import dev.muster.app.store.postgres.PostgresSession;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.PasswordMaker;
import dev.muster.profile.restauth.RestAuthOptions;
import dev.muster.user.Realm;
import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes are objects here, each with a connection of its own; what they hash bears their name. */
class SharedHashingTest {

  /** More than a chunk: nine portions. */
  private static final int USERS = 2300;

  @TempDir Path folder;
  private final String database = PostgresServer.emptyDirectory();
  private final PostgresSession store = PostgresServer.openStore(database);
  private final PostgresSession other = PostgresServer.openStore(database);
  private final SubmittedImports submitted = store.submitted();

  @AfterEach
  void close() {
    other.close();
    store.close();
  }

  /** A quick maker whose hashes tell who made them. */
  private record NamedMaker(String node, Runnable beforeEach) implements PasswordMaker {

    @Override
    public String generate(int characters) {
      throw new AssertionError("nothing is to be made up");
    }

    @Override
    public int atOnce() {
      return 2;
    }

    @Override
    public EncodedHash hash(String password) {
      beforeEach.run();
      return new EncodedHash("test", password + " by " + node);
    }
  }

  private static RestAuthReading reading(PasswordMaker maker) {
    return new RestAuthReading(
        (algorithm, hash) -> new HashReading.Accepted(new EncodedHash(algorithm, hash)), maker);
  }

  private static Formats formats(PasswordMaker maker) {
    return new Formats(List.of(new RestAuthFormat(() -> reading(maker))));
  }

  private static Imports node(PostgresSession store, String name, StopSignal stop) {
    return node(store, new NamedMaker(name, () -> {}), stop);
  }

  private static Imports node(PostgresSession store, PasswordMaker maker, StopSignal stop) {
    List<FormatWork> works = List.of(new RestAuthWork(() -> reading(maker), RestAuthLog.NONE));
    return new Imports(
        store,
        Settings.DEFAULTS,
        formats(maker),
        works,
        Clock.systemUTC(),
        stop,
        Retention.FOREVER);
  }

  private Job submit(RestAuthOptions options) throws Exception {
    String users =
        IntStream.range(0, USERS)
            .mapToObj(i -> "\"user" + i + "\": {\"password\": \"" + password(i) + "\"}")
            .collect(Collectors.joining(",\n"));
    Path file = folder.resolve("users.json");
    Files.writeString(
        file,
        "{\"services\": {\"wiki\": {}}, \"users\": {"
            + users
            + ", \"hashed\": {\"password\": {\"algorithm\": \"x\", \"hash\": \"y\"}}"
            + ", \"none\": {}}}",
        UTF_8);
    JobOptions asked =
        new JobOptions(
            Optional.empty(),
            Optional.empty(),
            "auto",
            false,
            CommitPolicy.WHOLE,
            false,
            options.toStruct());
    try (InputFile input = InputFile.at(file, InputLimits.DEFAULTS)) {
      Job job =
          new Submissions(
                  store,
                  Settings.DEFAULTS,
                  formats(new NamedMaker("nobody", () -> {})),
                  Clock.systemUTC())
              .submit(
                  new ImportRequest(input, RestAuthFormat.NAME, Realm.DEFAULT, asked, false),
                  ImportProgress.NONE);
      submitted.hashes().orElseThrow().begin(job); // as whoever carries it out does
      return job;
    }
  }

  private static String password(int user) {
    return "password of " + user;
  }

  private static FinishedImport carryOut(PostgresSession store, String name, Job job)
      throws Exception {
    store.submitted().taken(job, name);
    try (Imports imports = node(store, name, new StopSignal())) {
      return imports.carryOut(store.jobs().find(job.id()).orElseThrow(), ImportProgress.NONE);
    }
  }

  /** How many users have a password hashed by each node, each its own. */
  private Map<String, Integer> makers() {
    Map<String, Integer> makers = new TreeMap<>();
    store
        .users()
        .each(
            Optional.empty(),
            user -> {
              String name = user.account().username().value();
              if (name.startsWith("user")) {
                String hash = user.account().password().encoded();
                String own = "password of " + name.substring("user".length()) + " by ";
                assertThat(hash).startsWith(own);
                makers.merge(hash.substring(own.length()), 1, Integer::sum);
              }
            });
    return makers;
  }

  @Test
  void whatHelpersHaveHashedIsNotHashedAgain() throws Exception {
    Job job = submit(RestAuthOptions.NONE);
    try (Imports helper = node(other, "b", new StopSignal())) {
      assertThat(helper.help(job, "b", () -> true)).isEqualTo(USERS);
      assertThat(helper.help(job, "b", () -> true)).as("nothing is left").isZero();
    }

    FinishedImport done = carryOut(store, "a", job);

    assertThat(done.tally().inserted()).isEqualTo(USERS + 3);
    assertThat(makers()).containsExactly(Map.entry("b", USERS));
    submitted.hashes().orElseThrow().forget(job);
    assertThat(submitted.hashes().orElseThrow().done(job)).isEmpty();
    assertThat(submitted.hashes().orElseThrow().between(job, 0, 2L * USERS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 50})
  void aHelperWhoIsWantedElsewhereLeavesTheRestToOthers(int begun) throws Exception {
    Job job = submit(RestAuthOptions.NONE);
    AtomicInteger made = new AtomicInteger();
    int most = SharedHashes.PORTION + begun;
    try (Imports helper =
        node(other, new NamedMaker("b", made::incrementAndGet), new StopSignal())) {
      assertThat(helper.help(job, "b", () -> made.get() < most)).isEqualTo(SharedHashes.PORTION);
    }
    assertThat(made.get()).isGreaterThanOrEqualTo(most);

    carryOut(store, "a", job);

    assertThat(makers())
        .as("the portion under way is nobody's")
        .containsExactly(
            Map.entry("a", USERS - SharedHashes.PORTION), Map.entry("b", SharedHashes.PORTION));
  }

  @Test
  void aPortionThatAnotherHasIsWaitedForAndTakenWhenItIsAbandoned() throws Exception {
    Job job = submit(RestAuthOptions.NONE);
    SharedHashes shared = other.submitted().hashes().orElseThrow();
    Semaphore news = new Semaphore(0);
    CompletableFuture<FinishedImport> import1;
    try (Closeable hearing = other.database().onJobChanged(news::release);
        Closeable dying = shared.take(job, 1).orElseThrow()) {
      assertThat(hearing).isNotNull();
      assertThat(shared.take(job, 1)).as("it is somebody's").isEmpty();
      import1 =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return carryOut(store, "a", job);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      while (shared.done(job).size() < 8) {
        assertThat(news.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(shared.wanted()).containsExactly(job.id());
      assertThat(other.submitted().find(job).orElseThrow().hashing()).contains("a");
      assertThat(import1).isNotDone();
      assertThat(dying).isNotNull();
    }

    assertThat(import1.get(60, TimeUnit.SECONDS).tally().failed()).isZero();
    assertThat(makers()).containsExactly(Map.entry("a", USERS));
    assertThat(shared.wanted()).isEmpty();
    assertThat(other.submitted().find(job).orElseThrow().hashing()).isEmpty();
  }

  @Test
  void passwordsOfUsersWhoKeepTheirsAreNotHashed() throws Exception {
    carryOut(store, "a", submit(RestAuthOptions.NONE));
    Job again = submit(RestAuthOptions.NONE);
    Job overwriting = submit(new RestAuthOptions(false, true, false, false, false, false));

    try (Imports helper = node(other, "b", new StopSignal())) {
      assertThat(helper.help(again, "b", () -> true)).isZero();
      assertThat(submitted.hashes().orElseThrow().done(again)).isEmpty();
      assertThat(helper.help(overwriting, "b", () -> true)).isEqualTo(USERS);
    }
    carryOut(store, "a", again);
    assertThat(makers()).containsExactly(Map.entry("a", USERS));
    carryOut(store, "a", overwriting);
    assertThat(makers()).containsExactly(Map.entry("b", USERS));
  }

  @Test
  void hashesComeBackByTheirRecords() throws Exception {
    Job job = submit(RestAuthOptions.NONE);
    submitted
        .hashes()
        .orElseThrow()
        .put(
            job,
            0,
            "b",
            Map.of(1L, new EncodedHash("scheme", "hash"), 3L, new EncodedHash("", "")));

    assertThat(submitted.hashes().orElseThrow().between(job, 0, 2))
        .isEqualTo(Map.of(1L, new EncodedHash("scheme", "hash")));
    assertThat(submitted.hashes().orElseThrow().between(job, 2, 9))
        .isEqualTo(Map.of(3L, new EncodedHash("", "")));
    assertThat(submitted.hashes().orElseThrow().between(job, 4, 9)).isEmpty();
  }

  @Test
  void whoHasAPortionAndIsNeverHeardOfIsNotWaitedFor() throws Exception {
    Job job = submit(RestAuthOptions.NONE);
    SharedHashes shared = other.submitted().hashes().orElseThrow();
    Realm realm = Settings.DEFAULTS.realm(Realm.DEFAULT, 1);
    try (Imports imports = node(store, "a", new StopSignal());
        Closeable hung = shared.take(job, 1).orElseThrow()) {
      SurveyedInput input = imports.reopen(job).orElseThrow();
      SlowPreparation slow = input.slowPreparation().orElseThrow();
      SharedHashing hashing = new SharedHashing(store, job, input, slow, realm, "a");

      assertThat(hashing.finish(new StopSignal(), 1)).isEqualTo(USERS);

      assertThat(hung).isNotNull();
    }
    assertThat(shared.done(job)).hasSize(9);
  }

  @Test
  void hashesThatNobodyWantsAreNotKept() throws Exception {
    Job cancelled = submit(RestAuthOptions.NONE);
    submitted.cancel(cancelled);
    try (Imports helper = node(other, "b", new StopSignal())) {
      assertThat(helper.help(cancelled, "b", () -> true)).isZero();
    }
    submitted
        .hashes()
        .orElseThrow()
        .put(cancelled, 0, "b", Map.of(1L, new EncodedHash("scheme", "hash")));
    assertThat(submitted.hashes().orElseThrow().done(cancelled)).isEmpty();

    Job ended = submit(RestAuthOptions.NONE);
    carryOut(store, "a", ended);
    Job waiting = submit(RestAuthOptions.NONE);
    submitted
        .hashes()
        .orElseThrow()
        .put(waiting, 0, "b", Map.of(1L, new EncodedHash("scheme", "hash")));
    assertThat(submitted.hashes().orElseThrow().done(ended)).as("a worker deletes them").hasSize(9);
    assertThat(submitted.hashes().orElseThrow().wanted()).containsExactly(waiting.id());

    submitted.hashes().orElseThrow().forgetEnded();

    assertThat(submitted.hashes().orElseThrow().done(ended)).isEmpty();
    assertThat(submitted.hashes().orElseThrow().done(waiting)).hasSize(1);
    submitted.withdraw(waiting); // as for a pause, after which they are needed
    assertThat(submitted.hashes().orElseThrow().done(waiting)).hasSize(1);
    submitted.hashes().orElseThrow().forget(waiting);
    assertThat(submitted.hashes().orElseThrow().done(waiting)).isEmpty();
  }
}
