package dev.muster.app.http.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.Run;
import dev.muster.app.http.LiveServer;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobTimes;
import dev.muster.app.job.Provenance;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The number of active jobs and the size of files, as muster.yml sets them. */
class Auth0LimitsTest {

  private static final String TOO_MANY =
      "{\"statusCode\":429,\"error\":\"Too Many Requests\",\"message\":\"There are 2 active import"
          + " users jobs, please wait until some of them are finished and try again\"}";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void twoJobsMayBeActive(StoreKind store) throws Exception {
    String database = store.emptyDirectory(folder, "a");
    try (LiveServer server = LiveServer.start(folder, database)) {
      Auth0Client client = Auth0Client.of(server);
      TestForm form = TestForm.of(client.connection("default"), "[]");
      String first = client.started(form);
      client.started(form);
      assertThat(client.post(form).body()).isEqualTo(TOO_MANY);
      TestForm broken = TestForm.of(client.connection("default"), "no JSON");
      assertThat(client.post(broken).body()).as("whatever the file holds").isEqualTo(TOO_MANY);

      assertThat(Run.of(folder, "--db", database, "imports", "cancel", first).status()).isZero();
      client.started(broken); // a failed job is not active
      client.started(form);
      assertThat(client.post(form).body()).isEqualTo(TOO_MANY);

      server.work();
      HttpResponse<String> answer = client.post(form);
      while (answer.statusCode() == 429) {
        answer = client.post(form);
      }
      assertThat(answer.statusCode()).isEqualTo(202);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void onlySubmittedJobsOfThisApiCount(StoreKind store) throws Exception {
    String database = store.emptyDirectory(folder, "a");
    try (LiveServer server = LiveServer.start(folder, database)) {
      Auth0Client client = Auth0Client.of(server);
      TestForm form = TestForm.of(client.connection("default"), "[]");
      String id = client.started(form);
      try (Session session = server.application().open()) {
        Job job = session.jobs().find(id).orElseThrow();
        for (JobOrigin origin : JobOrigin.values()) {
          session.jobs().create(copy(job, origin)); // as a killed command line leaves it
        }
      }
      client.started(form);
      assertThat(client.post(form).statusCode()).isEqualTo(429);
    }
  }

  private static Job copy(Job job, JobOrigin origin) {
    return new Job(
        0,
        "imp_" + origin.wireName(),
        JobState.RUNNING,
        Provenance.of(job.provenance().actor(), origin),
        job.input(),
        job.options(),
        JobTimes.from(job.createdAt()));
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void requestsAtTheSameTimeDoNotExceedTheLimitTogether(StoreKind store) throws Exception {
    Files.writeString(folder.resolve("muster.yml"), "auth0: {active_jobs: 5}\n");
    String database = store.emptyDirectory(folder, "a");
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try (LiveServer one = LiveServer.start(folder, database);
        LiveServer another = LiveServer.start(folder, database)) {
      List<Auth0Client> both = List.of(Auth0Client.of(one), Auth0Client.of(another));
      TestForm form = TestForm.of(both.get(0).connection("default"), "[]");
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Integer>> statuses = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        Auth0Client client = both.get(i % 2);
        statuses.add(
            clients.submit(
                () -> {
                  start.await();
                  return client.post(form).statusCode();
                }));
      }
      start.countDown();
      List<Integer> answered = new ArrayList<>();
      for (Future<Integer> status : statuses) {
        answered.add(status.get());
      }
      assertThat(answered).containsOnly(202, 429);
      assertThat(answered.stream().filter(status -> status == 202)).hasSize(5);
      try (Session session = one.application().database().openReading()) {
        assertThat(session.jobs().totals(JobFilter.ALL).jobs()).isEqualTo(5);
      }
    } finally {
      clients.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void theLargestFileIsSet(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a"))) {
      Auth0Client client = Auth0Client.of(server);
      String most = "[]" + " ".repeat(511_998);
      assertThat(client.post(TestForm.of(client.connection("default"), most)).statusCode())
          .isEqualTo(202);
      for (String users : List.of(most, most + " ")) {
        TestForm unnamed =
            new TestForm()
                .file(users.getBytes(UTF_8), null, null)
                .text("connection_id", client.connection("default"));
        assertThat(client.post(unnamed).statusCode())
            .as("a text without a file name, as the SDK for Node sends it")
            .isEqualTo(users.equals(most) ? 202 : 413);
      }
    }
    Files.writeString(folder.resolve("muster.yml"), "auth0: {max_users_bytes: 3000000}\n");
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "b"))) {
      Auth0Client client = Auth0Client.of(server);
      String most = "[]" + " ".repeat(2_999_998);
      assertThat(client.post(TestForm.of(client.connection("default"), most)).statusCode())
          .isEqualTo(202);
      HttpResponse<String> refused =
          client.post(TestForm.of(client.connection("default"), most + " "));
      assertThat(refused.body())
          .isEqualTo(
              "{\"statusCode\":413,\"error\":\"Request Entity Too Large\",\"message\":"
                  + "\"Payload content length greater than maximum allowed: 3000000\"}");
    }
  }
}
