package dev.muster.app.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests that want to harm the server: each is refused cleanly, the server goes on, and neither
 * an answer nor the log has a stack trace.
 */
class HostileRequestsTest {

  private static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofMillis(500), 100_000_000);

  private static final int PATIENCE_MILLIS = 20_000;
  private static final String VALID =
      "{\"identifier\":\"email\",\"records\":[{\"email\":\"a@example.com\"}]}";

  @TempDir private static Path folder;
  private static LiveServer server;
  private static String authorization;

  /** What the row sends, and the statuses that it may get; empty for a closed connection. */
  private record Row(String name, Attack attack, String status) {}

  /** Sends something; returns what came back until the connection was closed. */
  private interface Attack {
    String answer() throws Exception;
  }

  @BeforeAll
  static void start() throws Exception {
    server = LiveServer.start(folder, "sqlite:" + folder.resolve("a.db"), Clock.systemUTC(), SHORT);
    authorization = "Authorization: " + server.authorization() + "\r\n";
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> isRefusedCleanly() {
    return Stream.of(slow(), lengths(), headers(), paths(), bodies(), requests())
        .flatMap(rows -> rows)
        .map(row -> DynamicTest.dynamicTest(row.name, () -> assertRefused(row)));
  }

  private static Stream<Row> slow() {
    return Stream.of(
        new Row(
            "headers byte by byte",
            () -> trickled("GET /" + " HTTP/1.1\r\nX-Long: ", 'x'),
            "|400|408"),
        new Row("a request line byte by byte", () -> trickled("G", 'E'), "|400|408"),
        new Row("a connection that says nothing", () -> sent(""), "|408"),
        new Row(
            "a body byte by byte",
            () -> trickled(post("Content-Length: 400000\r\n"), ' '),
            "400|408"),
        new Row(
            "a body that never comes", () -> sent(post("Content-Length: 1000\r\n")), "400|408"));
  }

  private static Stream<Row> lengths() {
    return Stream.of(
        new Row(
            "a body smaller than announced",
            () -> sentAndClosed(post("Content-Length: 1000\r\n") + VALID),
            "|400"),
        new Row(
            "a body larger than announced",
            () -> sent(post("Content-Length: 2\r\n") + "{}" + VALID + "\r\n\r\n"),
            "400"),
        new Row(
            "two lengths",
            () -> sent(post("Content-Length: 2\r\nContent-Length: 66\r\n") + VALID),
            "400"),
        new Row(
            "a length and chunks",
            () ->
                sent(
                    post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n")
                        + "0\r\n\r\nGET / HTTP/1.1\r\n\r\n"),
            "400"),
        new Row("a negative length", () -> sent(post("Content-Length: -1\r\n") + VALID), "400"),
        new Row("a length of words", () -> sent(post("Content-Length: many\r\n") + VALID), "400"),
        new Row(
            "a huge length",
            () -> sent(post("Content-Length: 99999999999999999999\r\n") + VALID),
            "400"),
        new Row(
            "broken chunks",
            () -> sent(post("Transfer-Encoding: chunked\r\n") + "zz\r\n{}\r\n0\r\n\r\n"),
            "400"),
        new Row(
            "more than the limit in chunks",
            () ->
                sent(
                    post("Transfer-Encoding: chunked\r\n")
                        + ("8000\r\n" + " ".repeat(0x8000) + "\r\n").repeat(16)
                        + "0\r\n\r\n"),
            "413"));
  }

  private static Stream<Row> headers() {
    return Stream.of(
        new Row(
            "a huge header",
            () -> sent("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"),
            "431"),
        new Row(
            "a huge number of headers",
            () -> sent("GET / HTTP/1.1\r\nHost: a\r\n" + "A: b\r\n".repeat(5_000) + "\r\n"),
            "431"),
        new Row(
            "a huge path",
            () -> sent("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"),
            "414"),
        new Row("no host", () -> sent("GET / HTTP/1.1\r\n\r\n"), "400"),
        new Row("two hosts", () -> sent("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), "400"),
        new Row(
            "a header with a line break in it",
            () -> sent("GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n"),
            "400"),
        new Row(
            "a space before the colon",
            () -> sent("GET / HTTP/1.1\r\nHost: a\r\nContent-Length : 0\r\n\r\n"),
            "400"),
        new Row(
            "NUL in a header", () -> sent("GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n"), "400"));
  }

  private static Stream<Row> paths() {
    String id = LiveServer.IMPORT + "/task_0";
    return Stream.of(
            "/..;" + id,
            "/%2e%2e" + id,
            "/.." + id,
            "/%2e%2e/%2e%2e/etc/passwd",
            "/" + id,
            "/_api;x=y/admin/users/import/task_0",
            "/_api/./admin/users/import/task_0",
            "/_api/admin//users/import/task_0",
            "/_api/admin%2fusers/import/task_0",
            LiveServer.IMPORT + "/..%2f..%2fetc",
            LiveServer.IMPORT + "/a%5cb",
            LiveServer.IMPORT + "/%00",
            LiveServer.IMPORT + "/%c0%af",
            LiveServer.IMPORT + "/%zz",
            LiveServer.IMPORT + "/a/b",
            LiveServer.IMPORT + "/' OR '1'='1",
            "/" + LiveServer.IMPORT.substring(1).toUpperCase(java.util.Locale.ROOT) + "/task_0",
            "*",
            "http://other.example/_api")
        .map(path -> new Row("path " + path, () -> sent(get(path)), "400|404"));
  }

  private static Stream<Row> bodies() {
    String deep = "[".repeat(10_000);
    return Stream.of(
        new Row("deep arrays", () -> posted(deep.getBytes(UTF_8), ""), "400"),
        new Row(
            "deep arrays as records",
            () -> posted(("{\"identifier\":\"email\",\"records\":" + deep).getBytes(UTF_8), ""),
            "400"),
        new Row(
            "deep objects in a record",
            () ->
                posted(
                    ("{\"identifier\":\"email\",\"records\":[" + "{\"a\":".repeat(10_000))
                        .getBytes(UTF_8),
                    ""),
            "400"),
        new Row("a gzip bomb", () -> posted(bomb(), "Content-Encoding: gzip\r\n"), "400"),
        new Row("a gzip bomb that is not announced", () -> posted(bomb(), ""), "400"),
        new Row("NUL bytes", () -> posted(new byte[1000], ""), "400"),
        new Row("broken UTF-8", () -> posted(new byte[] {'"', (byte) 0xc3, '"'}, ""), "400"),
        new Row(
            "a number of 100,000 digits",
            () ->
                posted(
                    ("{\"identifier\":" + "9".repeat(100_000) + ",\"records\":[{}]}")
                        .getBytes(UTF_8),
                    ""),
            "400"),
        new Row(
            "100,000 wrong records",
            () ->
                posted(
                    ("{\"identifier\":\"email\",\"records\":[" + "1,".repeat(100_000) + "1]}")
                        .getBytes(UTF_8),
                    ""),
            "400"));
  }

  private static Stream<Row> requests() {
    return Stream.of(
        new Row("no HTTP", () -> sent("\u0016\u0003\u0001 hello\r\n\r\n"), "400"),
        new Row("an unknown version", () -> sent("GET / HTTP/9.9\r\nHost: a\r\n\r\n"), "505|400"),
        new Row("an unknown method", () -> sent(line("BREW", "/") + "\r\n"), "404|405|501"),
        new Row("TRACE", () -> sent(line("TRACE", "/") + authorization + "\r\n"), "404|405"),
        new Row("CONNECT", () -> sent("CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n"), "400|404|405"),
        new Row(
            "an upgrade",
            () ->
                sent(
                    line("GET", "/")
                        + "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"),
            "400|404"),
        new Row(
            "an expectation that is unknown",
            () -> sent(post("Content-Length: 2\r\nExpect: magic\r\n") + "{}"),
            "400|417"));
  }

  private void assertRefused(Row row) throws Exception {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream before = System.err;
    StringBuilder logged = new StringBuilder();
    Handler listener = listener(logged);
    Logger root = Logger.getLogger("");
    root.addHandler(listener);
    String answer;
    try (PrintStream heard = new PrintStream(log, true, UTF_8)) {
      System.setErr(heard);
      answer = row.attack.answer();
      assertThat(sent(get(LiveServer.IMPORT + "/task_0"))).startsWith("HTTP/1.1 404 ");
    } finally {
      System.setErr(before);
      root.removeHandler(listener);
    }
    String status = answer.isEmpty() ? "" : answer.split(" ", 3)[1];
    assertThat(row.status.split("\\|")).as(answer).contains(status);
    assertThat(answer).doesNotContain("\tat ").doesNotContain("Exception").doesNotContain("jetty");
    assertThat(log.toString(UTF_8) + logged).doesNotContain("\tat ").hasLineCount(0);
  }

  private static Handler listener(StringBuilder logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        logged.append(line.getMessage()).append(line.getThrown()).append('\n');
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private static String line(String method, String path) {
    return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
  }

  private static String get(String path) {
    return line("GET", path) + authorization + "Connection: close\r\n\r\n";
  }

  private static String post(String headers) {
    return line("POST", LiveServer.IMPORT)
        + authorization
        + "Content-Type: application/json\r\n"
        + headers
        + "\r\n";
  }

  private static String posted(byte[] body, String headers) throws Exception {
    return exchange(
        socket -> {
          OutputStream out = socket.getOutputStream();
          out.write(post(headers + "Content-Length: " + body.length + "\r\n").getBytes(ISO_8859_1));
          out.write(body);
          out.flush();
        });
  }

  private static String sent(String request) throws Exception {
    return exchange(socket -> socket.getOutputStream().write(request.getBytes(ISO_8859_1)));
  }

  private static String sentAndClosed(String request) throws Exception {
    return exchange(
        socket -> {
          socket.getOutputStream().write(request.getBytes(ISO_8859_1));
          socket.shutdownOutput();
        });
  }

  /** Sends a start, and then the same byte again and again until the server has enough. */
  private static String trickled(String start, char more) throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    return exchange(
        socket -> {
          OutputStream out = socket.getOutputStream();
          out.write(start.getBytes(ISO_8859_1));
          long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
          while (socket.getInputStream().available() == 0 && System.nanoTime() < end) {
            out.write(more);
            assertThat(never.await(100, TimeUnit.MILLISECONDS)).isFalse();
          }
          assertThat(System.nanoTime()).as("cut off in time").isLessThan(end);
        });
  }

  /** What is done with a connection. */
  private interface Use {
    void of(Socket socket) throws IOException, InterruptedException;
  }

  private static String exchange(Use use) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        use.of(socket);
      } catch (SocketException e) {
        // the server has closed it; it may have answered before
      }
      return rest(socket);
    }
  }

  private static String rest(Socket socket) throws IOException {
    StringBuilder answer = new StringBuilder();
    InputStream in = socket.getInputStream();
    try {
      for (int b = in.read(); b >= 0; b = in.read()) {
        answer.append((char) b);
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the connection stays open after: " + answer, e);
    } catch (SocketException e) {
      // reset
    }
    return answer.toString();
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("{\"identifier\":\"email\",\"records\":[{\"email\":\"a@b.c\"".getBytes(UTF_8));
      byte[] spaces = " ".repeat(1 << 20).getBytes(UTF_8);
      for (int i : IntStream.range(0, 300).toArray()) {
        gzip.write(spaces, 0, spaces.length - i % 2);
      }
    }
    assertThat(bytes.size()).isLessThan(500_000);
    return bytes.toByteArray();
  }
}
