package dev.muster.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.Run;
import dev.muster.app.journal.Journal;
import dev.muster.app.journal.JournalEntry;
import dev.muster.app.journal.JournalFilter;
import dev.muster.app.settings.SettingsFile;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.app.store.WebhookMessage;
import dev.muster.app.webhook.Receiver.Received;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages about real imports to a webhook in this process, with a clock that a test moves. */
class DeliveryTest {

  @TempDir Path folder;

  private final SetClock clock = new SetClock();
  private final Heard heard = new Heard();
  private final List<Database> opened = new ArrayList<>();
  private Receiver receiver;
  private String address = "";

  @BeforeEach
  void receive() throws Exception {
    receiver = Receiver.start();
    Run.file(folder, "good.csv", "email", "ann@example.com", "bob@example.com");
    Run.file(folder, "bad.csv", "email", "cid@example.com", "nobody");
  }

  @AfterEach
  void close() {
    receiver.close();
    opened.forEach(Database::close);
  }

  @ParameterizedTest
  @EnumSource
  void aCompletedImportIsToldOnceWithASignature(StoreKind kind) throws Exception {
    Delivery delivery = begin(kind);
    String id = imported("import", "good.csv");

    delivery.deliverDue();
    delivery.deliverDue();

    Received message = receiver.take();
    assertThat(receiver.left()).isZero();
    assertThat(message.method()).isEqualTo("POST");
    assertThat(message.header("Content-Type")).isEqualTo("application/json");
    assertThat(message.header("webhook-id")).isEqualTo("msg_" + id);
    assertThat(message.header("webhook-timestamp"))
        .isEqualTo(Long.toString(clock.instant().getEpochSecond()));
    assertThat(message.isSignedWith(Receiver.SECRET)).isTrue();
    assertThat(message.isSignedWith(Receiver.OTHER_SECRET)).isFalse();
    assertThat(heard.lines).containsExactly("delivered " + id);
    assertPayload(id, message.document());
  }

  private static void assertPayload(String id, Struct document) {
    assertThat(document.text("type")).isEqualTo("import.completed");
    Struct data = (Struct) document.get("data");
    assertThat(document.get("timestamp")).isEqualTo(data.get("completed_at"));
    assertThat(data.text("id")).isEqualTo(id);
    assertThat(data.text("status")).isEqualTo("completed");
    assertThat(data.text("format")).isEqualTo("csv");
    assertThat(data.text("realm")).isEqualTo("default");
    assertThat(data.text("source")).isEqualTo("good.csv");
    assertThat(data.get("records")).isEqualTo(Value.of(2));
    assertThat(((Struct) data.get("summary")).get("inserted")).isEqualTo(Value.of(2));
    assertThat(data.text("actor")).startsWith("cli:");
    assertThat(data.text("path")).isEqualTo("/api/v1/imports/" + id);
    assertThat(Instant.parse(String.valueOf(data.text("created_at"))))
        .isBeforeOrEqualTo(Instant.parse(String.valueOf(data.text("completed_at"))));
  }

  @ParameterizedTest
  @EnumSource
  void anImportThatKeptNothingIsToldAsFailed(StoreKind kind) throws Exception {
    Delivery delivery = begin(kind);
    imported("import", "bad.csv", "--atomic");
    delivery.deliverDue();
    Received message = receiver.take();
    assertThat(message.document().text("type")).isEqualTo("import.failed");
    assertThat(message.data().text("status")).isEqualTo("failed");
  }

  @ParameterizedTest
  @EnumSource
  void aDryRunTellsNothing(StoreKind kind) throws Exception {
    Delivery delivery = begin(kind);
    imported("import", "good.csv", "--dry-run");
    imported("import", "bad.csv", "--dry-run", "--atomic");
    delivery.deliverDue();
    assertThat(receiver.left()).isZero();
    String id = imported("import", "good.csv"); // while a real one is told
    delivery.deliverDue();
    assertThat(receiver.take().header("webhook-id")).isEqualTo("msg_" + id);
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedMessageIsSentAgainLaterWithTheSameIdAndAnotherTime(StoreKind kind) throws Exception {
    Delivery delivery = begin(kind);
    receiver.answering(500);
    String id = imported("import", "good.csv");

    delivery.deliverDue();
    Received first = receiver.take();
    clock.forward(Duration.ofSeconds(4));
    delivery.deliverDue();
    assertThat(receiver.left()).isZero();
    receiver.answering(200);
    clock.forward(Duration.ofSeconds(2));
    delivery.deliverDue();

    Received second = receiver.take();
    assertThat(second.header("webhook-id")).isEqualTo(first.header("webhook-id"));
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("webhook-timestamp")).isNotEqualTo(first.header("webhook-timestamp"));
    assertThat(second.isSignedWith(Receiver.SECRET)).isTrue();
    assertThat(heard.lines).containsExactly("failed " + id + " HTTP status 500", "delivered " + id);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 404, 429, 502})
  void everyOtherStatusIsAFailureAndRedirectsAreNotFollowed(int status) throws Exception {
    Delivery delivery = begin(StoreKind.SQLITE);
    receiver.answering(status);
    String id = imported("import", "good.csv");
    delivery.deliverDue();
    receiver.take();
    assertThat(receiver.left()).isZero();
    assertThat(heard.lines).containsExactly("failed " + id + " HTTP status " + status);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theTimeThatAWebhookAsksForIsWaited(boolean asDate) throws Exception {
    Delivery delivery = begin(StoreKind.SQLITE);
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            clock.instant().plusSeconds(1000).atZone(ZoneOffset.UTC));
    receiver.answering(503).retryAfter(asDate ? date : "1000");
    imported("import", "good.csv");
    delivery.deliverDue();
    receiver.take();
    clock.forward(Duration.ofSeconds(990));
    delivery.deliverDue();
    assertThat(receiver.left()).isZero();
    clock.forward(Duration.ofSeconds(12));
    delivery.deliverDue();
    receiver.take();
  }

  @ParameterizedTest
  @EnumSource
  void aMessageIsGivenUpAfterTenAttempts(StoreKind kind) throws Exception {
    Delivery delivery = begin(kind);
    receiver.answering(500);
    String id = imported("import", "good.csv");
    for (int attempt = 1; attempt <= 10; attempt++) {
      delivery.deliverDue();
      receiver.take();
      clock.forward(heard.pause);
    }
    assertThat(heard.lines).hasSize(10).last().isEqualTo("given up " + id + " HTTP status 500");
    clock.forward(Duration.ofDays(2));
    delivery.deliverDue();
    assertThat(receiver.left()).isZero();
    JournalEntry entry = journal("webhook").get(0);
    assertThat(entry.action()).isEqualTo("webhook.given_up");
    assertThat(entry.job()).contains(id);
    assertThat(entry.subject()).isEqualTo(receiver.url("hook"));
    assertThat(entry.detail().get("attempts")).isEqualTo(Value.of(10));
  }

  @ParameterizedTest
  @EnumSource
  void aWebhookThatIsGoneGetsNothingUntilTheNextStart(StoreKind kind) throws Exception {
    Delivery delivery = begin(kind);
    receiver.answering(410);
    imported("import", "good.csv");
    imported("import", "good.csv");
    delivery.deliverDue();
    receiver.take();
    receiver.take();
    assertThat(heard.lines).containsExactly("disabled");
    assertThat(journal("webhook"))
        .extracting(JournalEntry::action)
        .containsExactly("webhook.disabled");
    receiver.answering(200);
    imported("import", "good.csv");
    clock.forward(Duration.ofDays(1));
    delivery.deliverDue();
    assertThat(receiver.left()).isZero();

    delivery.register();
    String id = imported("import", "good.csv");
    delivery.deliverDue();
    assertThat(receiver.take().header("webhook-id")).isEqualTo("msg_" + id);
  }

  @ParameterizedTest
  @EnumSource
  void whatAKilledProcessWasSendingIsSentAgainByAnother(StoreKind kind) throws Exception {
    Delivery other = begin(kind);
    String id = imported("import", "good.csv");
    try (Session killed = StoreKind.open(address)) { // claims and does no more
      WebhookMessage message =
          killed.webhooks().due(receiver.url("hook"), clock.instant(), 1).get(0);
      assertThat(killed.webhooks().claim(message, clock.instant().plus(Delivery.LEASE)))
          .isPresent();
      assertThat(killed.webhooks().claim(message, clock.instant().plus(Delivery.LEASE))).isEmpty();
    }
    other.deliverDue();
    assertThat(receiver.left()).isZero();
    clock.forward(Delivery.LEASE);
    other.deliverDue();
    assertThat(receiver.take().header("webhook-id")).isEqualTo("msg_" + id);
  }

  @ParameterizedTest
  @EnumSource
  void aMessageIsHeldAsLongAsItsRecipientWorksOnIt(StoreKind kind) throws Exception {
    address = kind.emptyDirectory(folder, "muster");
    SlowRecipient slow = new SlowRecipient();
    Delivery delivery = delivery(slow);
    Delivery other = delivery(slow);
    delivery.register();
    String id = imported("import", "good.csv");
    Thread thread = new Thread(delivery::deliverDue, "delivery");
    thread.start();
    slow.begun.await();
    try (Session session = StoreKind.open(address)) {
      for (int i = 0; i < 5; i++) {
        clock.forward(Delivery.LEASE.minusSeconds(1));
        Instant held = clock.instant().plus(Delivery.LEASE);
        while (session.webhooks().due(slow.key(), held.minusMillis(1), 1).size() > 0) {
          Thread.onSpinWait(); // the claim ends before
        }
        other.deliverDue();
        assertThat(slow.sent).as("sent by the other process").hasValue(1);
      }
    }
    slow.answer.complete(new Answer.Accepted());
    thread.join();
    assertThat(heard.lines).containsExactly("delivered " + id);
    clock.forward(Delivery.LEASE);
    other.deliverDue();
    assertThat(slow.sent).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource
  void severalProcessesSendAMessageOnce(StoreKind kind) throws Exception {
    List<Delivery> processes = new ArrayList<>(List.of(begin(kind)));
    processes.add(delivery("secret: " + Receiver.SECRET));
    processes.add(delivery("secret: " + Receiver.SECRET));
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 25; i++) {
      ids.add("msg_" + imported("import", "good.csv"));
    }
    ExecutorService threads = Executors.newFixedThreadPool(processes.size());
    try {
      List<Future<?>> ends = new ArrayList<>();
      processes.forEach(each -> ends.add(threads.submit(each::deliverDue)));
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      threads.shutdownNow();
    }
    Set<String> received = new HashSet<>();
    assertThat(receiver.left()).isEqualTo(ids.size());
    while (receiver.left() > 0) {
      received.add(receiver.take().header("webhook-id"));
    }
    assertThat(received).isEqualTo(ids);
  }

  @ParameterizedTest
  @EnumSource
  void onlyWantedEventsOfWantedRealmsAreSent(StoreKind kind) throws Exception {
    Delivery delivery =
        begin(kind, "secret: " + Receiver.SECRET + ", events: [import.failed], realms: [staff]");
    assertThat(Run.of(folder, "--db", address, "realms", "create", "staff").status()).isZero();
    imported("import", "good.csv", "--realm", "staff");
    imported("import", "bad.csv", "--atomic");
    String id = imported("import", "bad.csv", "--atomic", "--realm", "staff");
    delivery.deliverDue();
    assertThat(receiver.take().header("webhook-id")).isEqualTo("msg_" + id);
    assertThat(receiver.left()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatIsNotAwaitedCountsAsNoAttempt(StoreKind kind) throws Exception {
    Delivery delivery = begin(kind);
    receiver.silent();
    imported("import", "good.csv");
    Thread thread = new Thread(delivery::deliverDue, "delivery");
    thread.start();
    receiver.take();
    delivery.stop();
    thread.join();
    assertThat(heard.lines).isEmpty();
    try (Session session = StoreKind.open(address)) {
      assertThat(session.webhooks().due(receiver.url("hook"), clock.instant(), 9))
          .extracting(WebhookMessage::attempts)
          .containsExactly(0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDeletedImportIsToldAllTheSame(StoreKind kind) throws Exception {
    Delivery delivery = begin(kind);
    String id = imported("import", "good.csv");
    assertThat(Run.of(folder, "--db", address, "imports", "delete", id).status()).isZero();
    delivery.deliverDue();
    assertThat(receiver.take().data().text("id")).isEqualTo(id);
  }

  @ParameterizedTest
  @EnumSource
  void webhooksThatNoProcessHasAreForgottenWithTheirMessages(StoreKind kind) throws Exception {
    begin(kind);
    imported("import", "good.csv");
    try (Session session = StoreKind.open(address)) {
      String url = receiver.url("hook");
      session.webhooks().forgetUnseenSince(clock.instant());
      assertThat(session.webhooks().due(url, clock.instant(), 9)).hasSize(1);
      session.webhooks().seen(url, clock.instant().plusSeconds(5));
      session.webhooks().forgetUnseenSince(clock.instant().plusSeconds(5));
      assertThat(session.webhooks().due(url, clock.instant(), 9)).hasSize(1);
      session.webhooks().forgetUnseenSince(clock.instant().plusSeconds(6));
      assertThat(session.webhooks().due(url, clock.instant(), 9)).isEmpty();
    }
    imported("import", "good.csv");
    try (Session session = StoreKind.open(address)) {
      String url = receiver.url("hook");
      assertThat(session.webhooks().due(url, clock.instant(), 9)).isEmpty();
      session.webhooks().seen(url, clock.instant()); // by a process that was cut off for days
    }
    imported("import", "good.csv");
    try (Session session = StoreKind.open(address)) {
      assertThat(session.webhooks().due(receiver.url("hook"), clock.instant(), 9)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void secretsOfAFileCanBeReplacedWhileItRuns(StoreKind kind) throws Exception {
    Path file = folder.resolve("hook.secrets");
    Files.writeString(file, Receiver.SECRET + "\n");
    Delivery delivery = begin(kind, "secret_file: hook.secrets");
    imported("import", "good.csv");
    delivery.deliverDue();
    Received before = receiver.take();
    assertThat(before.isSignedWith(Receiver.SECRET)).isTrue();
    assertThat(before.isSignedWith(Receiver.OTHER_SECRET)).isFalse();

    Files.writeString(file, Receiver.OTHER_SECRET + "\n\n" + Receiver.SECRET + "\n");
    imported("import", "good.csv");
    delivery.deliverDue();
    Received during = receiver.take();
    assertThat(during.isSignedWith(Receiver.SECRET)).isTrue();
    assertThat(during.isSignedWith(Receiver.OTHER_SECRET)).isTrue();

    Files.writeString(file, "hush-hush\n");
    String id = imported("import", "good.csv");
    delivery.deliverDue();
    assertThat(receiver.left()).isZero();
    assertThat(heard.lines)
        .last()
        .isEqualTo("failed " + id + " " + file + " holds other than secrets");
  }

  private Delivery begin(StoreKind kind) throws Exception {
    return begin(kind, "secret: " + Receiver.SECRET);
  }

  /** A new directory with a webhook. */
  private Delivery begin(StoreKind kind, String members) throws Exception {
    address = kind.emptyDirectory(folder, "muster");
    Delivery delivery = delivery(members);
    delivery.register();
    return delivery;
  }

  /** What another process has. */
  private Delivery delivery(String members) throws Exception {
    Database database = StoreKind.database(address);
    opened.add(database);
    String yaml = "webhooks: [{url: '" + receiver.url("hook") + "', " + members + "}]";
    Endpoint endpoint =
        new Endpoint(
            SettingsFile.parse("muster.yml", yaml).webhooks().get(0), folder, new Sender());
    return new Delivery(database, endpoint, heard, clock);
  }

  /** A delivery that renews its claims all the time. */
  private Delivery delivery(SlowRecipient recipient) {
    Database database = StoreKind.database(address);
    opened.add(database);
    return new Delivery(database, recipient, heard, clock, Duration.ofMillis(5));
  }

  /** The id of an import by the command line, which knows nothing of webhooks. */
  private String imported(String... words) {
    List<String> all = new ArrayList<>(List.of("--db", address));
    all.addAll(List.of(words));
    all.add("--json");
    Run run = Run.of(folder, all.toArray(String[]::new));
    return String.valueOf(run.document().text("id"));
  }

  private List<JournalEntry> journal(String action) {
    try (Session session = StoreKind.open(address)) {
      return session.journal().page(JournalFilter.ALL.ofAction(action), Journal.LATEST, 9);
    }
  }

  /** Keeps what it hears. */
  private final class Heard implements WebhookEvents {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile Duration pause = Duration.ZERO;

    @Override
    public void delivered(String url, WebhookMessage message) {
      lines.add("delivered " + message.job());
    }

    @Override
    public void failed(String url, WebhookMessage message, String reason, Instant next) {
      pause = Duration.between(clock.instant(), next);
      lines.add("failed " + message.job() + " " + reason);
    }

    @Override
    public void givenUp(String url, WebhookMessage message, String reason) {
      lines.add("given up " + message.job() + " " + reason);
    }

    @Override
    public void disabled(String url) {
      lines.add("disabled");
    }
  }

  /** Takes its time with a message. */
  private static final class SlowRecipient implements Recipient {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final AtomicInteger sent = new AtomicInteger();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    @Override
    public String key() {
      return "slow";
    }

    @Override
    public String shownName() {
      return "slow";
    }

    @Override
    public boolean wants(WebhookMessage message) {
      return true;
    }

    @Override
    public PendingAnswer send(WebhookMessage message, Instant now) {
      sent.incrementAndGet();
      begun.countDown();
      return new PendingAnswer() {
        @Override
        public Optional<Answer> await(Duration patience, Instant at) {
          try {
            return Optional.of(answer.get(patience.toNanos(), TimeUnit.NANOSECONDS));
          } catch (TimeoutException e) {
            return Optional.empty();
          } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
          }
        }

        @Override
        public void cancel() {
          answer.complete(new Answer.NotAwaited());
        }
      };
    }
  }

  /** A clock that is ahead of the imports' and stands still. */
  private static final class SetClock extends Clock {

    private volatile Instant now =
        Instant.ofEpochMilli(Instant.now().toEpochMilli()).plus(Duration.ofMinutes(10));

    void forward(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
