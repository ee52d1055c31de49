package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that answers as it is told, and records what it is asked. */
final class Auth0Server implements AutoCloseable {

  /** One request: {@code GET /api/v2/connections?...}. */
  record Call(String line, String authorization, String contentType, String body) {}

  /** One answer. */
  record Reply(int status, String body, Map<String, String> headers) {
    static Reply of(int status, String body) {
      return new Reply(status, body, Map.of());
    }
  }

  /** What ends in an answer that is never sent. */
  static final Reply HANGS = Reply.of(0, "");

  /** What ends in an answer that is cut off. */
  static final Reply CUT_OFF = Reply.of(-1, "");

  final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  Auth0Server() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
    reply("GET connections", Reply.of(200, connections("con_aaaaaaaaaaaaaaaa", "Customers")));
    reply("GET clients", Reply.of(200, "{\"clients\":[{\"client_id\":\"x\"}]}"));
  }

  static String connections(String id, String name) {
    return "{\"start\":0,\"limit\":50,\"total\":1,\"connections\":[{\"id\":\""
        + id
        + "\",\"name\":\""
        + name
        + "\"}]}";
  }

  static String job(String id, String status) {
    return "{\"type\":\"users_import\",\"id\":\"" + id + "\",\"status\":\"" + status + "\"}";
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Answers a kind of request, in turn; the last answer is given again and again. */
  void reply(String kind, Reply... all) {
    replies.put(kind, new ArrayDeque<>(List.of(all)));
  }

  List<String> lines() {
    return calls.stream().map(Call::line).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    calls.add(
        new Call(
            exchange.getRequestMethod() + " " + path,
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
            String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
            body));
    Reply reply =
        next(exchange.getRequestMethod() + " " + kind(exchange.getRequestURI().getPath()));
    if (reply.equals(HANGS)) {
      await();
      exchange.close();
      return;
    }
    if (reply.equals(CUT_OFF)) {
      exchange.sendResponseHeaders(200, 1_000);
      exchange.getResponseBody().write("{\"id\":".getBytes(UTF_8));
      exchange.getResponseBody().flush();
      exchange.close();
      return;
    }
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = reply.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private synchronized Reply next(String kind) {
    Deque<Reply> all = replies.getOrDefault(kind, new ArrayDeque<>(List.of(Reply.of(404, ""))));
    return all.size() > 1 ? all.removeFirst() : all.getFirst();
  }

  private static String kind(String path) {
    if (path.endsWith("/clients")) {
      return "clients";
    }
    if (path.endsWith("/users-imports")) {
      return "import";
    }
    if (path.endsWith("/errors")) {
      return "errors";
    }
    return path.contains("/jobs/") ? "job" : "connections";
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
