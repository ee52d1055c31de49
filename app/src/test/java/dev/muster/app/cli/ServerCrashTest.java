package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.http.LiveServer;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A server that is killed again and again under load. Every import whose id a client got is
 * complete in the end. A request fails only because the server was killed meanwhile, and is never
 * answered with an error. {@code -Dmuster.kills=50} kills more often than the default.
 */
class ServerCrashTest {

  private static final int KILLS = Integer.getInteger("muster.kills", 10);
  private static final int CLIENTS = 3;
  private static final int RECORDS = 20;
  private static final String PATH = "/_api/admin/users/import";

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
  private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
  private final AtomicInteger next = new AtomicInteger();

  /** Grows by one when the server has started, and when it is about to be killed. */
  private final AtomicInteger turns = new AtomicInteger();

  private volatile String address = "";
  private volatile boolean stopping;
  private String token = "";

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void everyAcceptedImportIsCompleted(TestDatabases backing) throws Exception {
    String database = backing.emptyDirectory(folder);
    token = Run.of(folder, "--db", database, "token", "create").out().strip();
    Random random = new Random(7);
    List<Thread> clients = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      try (MusterProcess server = MusterProcess.server(folder, database)) {
        address = server.address();
        turns.incrementAndGet();
        if (clients.isEmpty()) {
          clients.addAll(startClients());
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100 + random.nextInt(600)));
        if (kill == 0) {
          awaitAnAcceptedImport();
        }
        turns.incrementAndGet();
        server.kill();
      }
    }
    stopping = true;
    for (Thread client : clients) {
      client.join();
    }
    assertThat(unexpected).isEmpty();
    assertThat(accepted).isNotEmpty();
    try (MusterProcess server = MusterProcess.server(folder, database)) {
      address = server.address();
      for (String id : accepted) {
        assertThat(summary(id)).as(id).isEqualTo(summaryOf(RECORDS));
      }
      server.terminate();
      assertThat(server.status()).isZero();
    }
    DirectoryInvariants.assertHold(folder, database);
  }

  /** A slow machine may need longer than a random moment. */
  private void awaitAnAcceptedImport() {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (accepted.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  private List<Thread> startClients() {
    List<Thread> clients =
        IntStream.range(0, CLIENTS).mapToObj(i -> new Thread(this::post, "client-" + i)).toList();
    clients.forEach(Thread::start);
    return clients;
  }

  private void post() {
    while (!stopping) {
      int turn = turns.get();
      try {
        HttpResponse<String> response = send("POST", PATH, request(next.getAndIncrement()));
        if (response.statusCode() == 200) {
          accepted.add(LiveServer.idIn(response.body()));
        } else {
          unexpected.add(response.statusCode() + " " + response.body());
        }
      } catch (IOException e) {
        if (isRunning(turn) && turns.get() == turn) {
          unexpected.add(e.toString());
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static boolean isRunning(int turn) {
    return turn % 2 == 1;
  }

  private static String request(int number) {
    return IntStream.range(0, RECORDS)
        .mapToObj(i -> "{\"email\":\"u" + number + "x" + i + "@example.com\"}")
        .collect(Collectors.joining(",", "{\"identifier\":\"email\",\"records\":[", "]}"));
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.BodyPublisher content =
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    return http.send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, content)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private Value summary(String id) throws Exception {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(60)) {
      Struct task = parse(send("GET", PATH + "/" + id, "").body());
      if ("completed".equals(task.text("status"))) {
        return task.get("summary");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    throw new AssertionError("import " + id + " is not completed");
  }

  private static Struct summaryOf(long inserted) {
    return new Struct.Builder()
        .append("total", Value.of(inserted))
        .append("inserted", Value.of(inserted))
        .append("updated", Value.of(0))
        .append("skipped", Value.of(0))
        .append("failed", Value.of(0))
        .build();
  }

  private static Struct parse(String json) {
    try {
      return (Struct) new JsonParser(32, 1 << 20).parse(json);
    } catch (JsonSyntax e) {
      throw new AssertionError(json, e);
    }
  }
}
