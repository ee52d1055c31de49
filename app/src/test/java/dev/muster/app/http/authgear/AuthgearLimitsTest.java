package dev.muster.app.http.authgear;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.http.LiveServer;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.job.JobTimes;
import dev.muster.app.job.JobTotals;
import dev.muster.app.job.Provenance;
import dev.muster.app.journal.Journal;
import dev.muster.app.journal.JournalFilter;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The quota and the size of requests, as muster.yml sets them. */
class AuthgearLimitsTest {

  private static final String EXCEEDED =
      "{\"error\":{\"name\":\"TooManyRequest\",\"reason\":\"UsageLimitExceeded\","
          + "\"message\":\"usage limit exceeded\",\"code\":429,\"info\":{\"name\":\"UserImport\","
          + "\"usage_name\":\"user_import\",\"period\":\"day\"}}}";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aRequestBeyondTheQuotaIsRefusedAndLeavesNothing(StoreKind store) throws Exception {
    String database = limited(store, "quota_per_day: 3");
    try (LiveServer server = LiveServer.start(folder, database)) {
      assertThat(server.post(request(2)).statusCode()).isEqualTo(200);
      long users = reserved(server);
      assertExceeded(server.post(request(2)));
      assertThat(reserved(server)).as("the next user's number").isEqualTo(users);
      assertThat(totals(server)).isEqualTo(new JobTotals(1, 2));
      assertThat(inputs()).isEqualTo(store == StoreKind.SQLITE ? 1 : 0);
      try (Session session = server.application().database().openReading()) {
        assertThat(session.journal().page(JournalFilter.ALL, Journal.LATEST, 10)).hasSize(1);
      }

      assertThat(server.post(request(1)).statusCode()).as("all that is left").isEqualTo(200);
      assertExceeded(server.post(request(1)));
      assertThat(totals(server)).isEqualTo(new JobTotals(2, 3));
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void theQuotaIsCheckedAfterTheSchema(StoreKind store) throws Exception {
    String database = limited(store, "quota_per_day: 1");
    try (LiveServer server = LiveServer.start(folder, database)) {
      assertExceeded(server.post(request(2)));
      assertThat(server.post("{").body()).contains("\"InvalidJSON\"");
      assertThat(server.post("{\"identifier\":\"email\",\"records\":[]}").body())
          .contains("\"ValidationFailed\"");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void onlyTodaysImportsThroughThisApiCount(StoreKind store) throws Exception {
    String database = limited(store, "quota_per_day: 4");
    try (LiveServer server = LiveServer.start(folder, database)) {
      String id = LiveServer.idIn(server.post(request(2)).body());
      try (Session session = server.application().open()) {
        Job job = session.jobs().find(id).orElseThrow();
        Instant midnight = Instant.now().truncatedTo(ChronoUnit.DAYS);
        session.jobs().create(copy(job, "imp_1", JobOrigin.AUTHGEAR, midnight.minusMillis(1)));
        session.jobs().create(copy(job, "imp_2", JobOrigin.API, job.createdAt()));
        session.jobs().create(copy(job, "imp_3", JobOrigin.CLI, job.createdAt()));
      }
      assertThat(server.post(request(2)).statusCode()).isEqualTo(200);
      assertExceeded(server.post(request(1)));
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aMonthHasAQuotaOfItsOwn(StoreKind store) throws Exception {
    String database = store.emptyDirectory(folder, "a");
    Files.writeString(
        folder.resolve("muster.yml"),
        "retention: {jobs: 31d}\nauthgear: {quota_per_day: 9, quota_per_month: 5}\n");
    try (LiveServer server = LiveServer.start(folder, database)) {
      String id = LiveServer.idIn(server.post(request(2)).body());
      try (Session session = server.application().open()) {
        Job job = session.jobs().find(id).orElseThrow();
        Instant month =
            job.createdAt()
                .atOffset(ZoneOffset.UTC)
                .withDayOfMonth(1)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
        session.jobs().create(copy(job, "imp_1", JobOrigin.AUTHGEAR, month.minusMillis(1)));
        session.jobs().create(copy(job, "imp_2", JobOrigin.AUTHGEAR, month));
        session.jobs().create(copy(job, "imp_3", JobOrigin.API, month));
      }
      assertThat(server.post(request(1)).statusCode()).as("all that is left").isEqualTo(200);
      HttpResponse<String> refused = server.post(request(1));
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.body()).isEqualTo(EXCEEDED.replace("\"day\"", "\"month\""));
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void requestsAtTheSameTimeDoNotExceedTheQuotaTogether(StoreKind store) throws Exception {
    String database = limited(store, "quota_per_day: 20");
    ExecutorService clients = Executors.newFixedThreadPool(16);
    try (LiveServer one = LiveServer.start(folder, database);
        LiveServer another = LiveServer.start(folder, database)) {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Integer>> statuses = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        LiveServer server = i % 2 == 0 ? one : another;
        statuses.add(
            clients.submit(
                () -> {
                  start.await();
                  return server.post(request(1)).statusCode();
                }));
      }
      start.countDown();
      List<Integer> answered = new ArrayList<>();
      for (Future<Integer> status : statuses) {
        answered.add(status.get());
      }
      assertThat(answered).containsOnly(200, 429);
      assertThat(answered.stream().filter(status -> status == 200)).hasSize(20);
      assertThat(totals(one)).isEqualTo(new JobTotals(20, 20));
    } finally {
      clients.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void withoutAQuotaNothingIsCounted(StoreKind store) throws Exception {
    String database = limited(store, "max_request_bytes: 100000");
    try (LiveServer server = LiveServer.start(folder, database)) {
      assertThat(server.post(request(1000)).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void theLargestRequestIsSet(StoreKind store) throws Exception {
    String database = limited(store, "max_request_bytes: 1000");
    try (LiveServer server = LiveServer.start(folder, database)) {
      String one = request(1);
      String most = one + " ".repeat(1000 - one.getBytes(UTF_8).length);
      assertThat(server.post(most).statusCode()).isEqualTo(200);
      HttpResponse<String> refused = server.post(most + " ");
      assertThat(refused.statusCode()).isEqualTo(413);
      assertThat(refused.body()).contains("\"JSONTooLarge\"").contains("\"limit\":1000");
    }
  }

  private String limited(StoreKind store, String authgear) throws IOException {
    Files.writeString(folder.resolve("muster.yml"), "authgear: {" + authgear + "}\n");
    return store.emptyDirectory(folder, "a");
  }

  private static String request(int records) {
    return IntStream.range(0, records)
        .mapToObj(i -> "{\"email\":\"u" + i + "@example.com\"}")
        .collect(Collectors.joining(",", "{\"identifier\":\"email\",\"records\":[", "]}"));
  }

  private static Job copy(Job job, String id, JobOrigin origin, Instant createdAt) {
    return new Job(
        0,
        id,
        job.state(),
        Provenance.of(job.provenance().actor(), origin),
        job.input(),
        job.options(),
        JobTimes.from(createdAt));
  }

  private static void assertExceeded(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.body()).isEqualTo(EXCEEDED);
  }

  private static JobTotals totals(LiveServer server) throws Exception {
    try (Session session = server.application().database().openReading()) {
      return session.jobs().totals(JobFilter.ALL.from(JobOrigin.AUTHGEAR));
    }
  }

  private static long reserved(LiveServer server) throws Exception {
    try (Session session = server.application().open()) {
      return session.reserveUserNumbers(0);
    }
  }

  /** The number of inputs beside an SQLite file. */
  private long inputs() throws IOException {
    Path inputs = folder.resolve("a.db-inputs");
    if (!Files.isDirectory(inputs)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(inputs)) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
