package dev.muster.app.http.auth0;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.http.LiveServer;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobTotals;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bad requests to start an import: each is refused with a clear message, and nothing is kept. */
class Auth0BadInputTest {

  private static final String USER = "[{\"email\":\"a@example.com\"}]";
  private static final String DAMAGED =
      "Payload validation error: 'Invalid multipart payload format'";

  @TempDir private Path folder;

  /** A form and the error that it gets. */
  private record Refused(
      String name, Function<String, TestForm> form, int status, String message, String code) {}

  private static final List<Refused> REFUSED =
      List.of(
          new Refused(
              "no users",
              id -> new TestForm().text("connection_id", id),
              400,
              "Must provide 'users' file as multipart part",
              ""),
          new Refused(
              "no connection",
              id -> new TestForm().users(USER),
              400,
              "Must provide 'connection_id' as multipart part",
              ""),
          new Refused(
              "an empty connection",
              id -> TestForm.of("", USER),
              400,
              "Must provide 'connection_id' as multipart part",
              ""),
          new Refused(
              "no part at all",
              id -> new TestForm(),
              400,
              "Must provide 'users' file as multipart part",
              ""),
          new Refused(
              "a connection's name",
              id -> TestForm.of("default", USER),
              400,
              "Payload validation error: 'String does not match pattern ^con_[A-Za-z0-9]{16}$' on"
                  + " property connection_id",
              "invalid_body"),
          new Refused(
              "a connection that does not exist",
              id -> TestForm.of("con_0123456789abcdef", USER),
              400,
              "The connection does not exist",
              "inexistent_connection"),
          new Refused(
              "an empty file", id -> TestForm.of(id, ""), 400, "Users file must not be empty", ""),
          new Refused(
              "users twice",
              id -> TestForm.of(id, USER).users(USER),
              400,
              "Payload validation error: 'Part must not be there twice' on property users",
              "invalid_body"),
          new Refused(
              "the connection twice",
              id -> TestForm.of(id, USER).text("connection_id", id),
              400,
              "Payload validation error: 'Part must not be there twice' on property connection_id",
              "invalid_body"),
          new Refused(
              "a flag that is none",
              id -> TestForm.of(id, USER).text("upsert", "yes"),
              400,
              "Payload validation error: 'Expected type boolean but found type string' on property"
                  + " upsert",
              "invalid_body"),
          new Refused(
              "an external id that can't be stored",
              id -> TestForm.of(id, USER).text("external_id", "a\u0000b"),
              400,
              "Payload validation error: 'a text holds the character U+0000 (NUL)' on property"
                  + " external_id",
              "invalid_body"),
          new Refused(
              "an external id without end",
              id -> TestForm.of(id, USER).text("external_id", "x".repeat(4001)),
              400,
              "Payload validation error: 'String is too long, maximum 4000 bytes' on property"
                  + " external_id",
              "invalid_body"),
          new Refused(
              "a byte too much",
              id -> TestForm.of(id, USER + " ".repeat(512_001 - USER.length())),
              413,
              "Payload content length greater than maximum allowed: 512000",
              ""),
          new Refused(
              "megabytes too much",
              id -> TestForm.of(id, " ".repeat(5_000_000)),
              413,
              "Payload content length greater than maximum allowed: 512000",
              ""),
          new Refused(
              "megabytes of parts that nobody wants",
              id -> TestForm.of(id, USER).text("other", "x".repeat(5_000_000)),
              413,
              "Payload content length greater than maximum allowed: 512000",
              ""));

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void isRefusedAndLeavesNothing(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a"))) {
      Auth0Client client = Auth0Client.of(server);
      String connection = client.connection("default");
      for (Refused row : REFUSED) {
        assertRefused(row.name, client.post(row.form.apply(connection)), row);
      }
      assertThat(jobs(server)).isEqualTo(new JobTotals(0, 0));
      assertThat(leftovers()).as("files that stayed").isEmpty();
    }
  }

  private static void assertRefused(String name, HttpResponse<String> answer, Refused row) {
    assertThat(answer.statusCode()).as(name + answer.body()).isEqualTo(row.status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    Struct error = (Struct) Auth0Client.json(answer);
    assertThat(error.get("statusCode")).as(name).isEqualTo(Value.of(row.status));
    assertThat(error.text("error"))
        .as(name)
        .isEqualTo(row.status == 413 ? "Request Entity Too Large" : "Bad Request");
    assertThat(error.text("message")).as(name).isEqualTo(row.message);
    assertThat(Optional.ofNullable(error.text("errorCode")).orElse(""))
        .as(name)
        .isEqualTo(row.code);
  }

  private static JobTotals jobs(LiveServer server) throws Exception {
    try (Session session = server.application().database().openReading()) {
      return session.jobs().totals(JobFilter.ALL);
    }
  }

  /** Inputs that were received, of which SQLite keeps those of jobs. */
  private List<String> leftovers() {
    String[] names = folder.resolve("a.db-inputs").toFile().list();
    return names == null
        ? List.of()
        : Arrays.stream(names)
            .filter(name -> !name.startsWith("muster-"))
            .filter(name -> !name.startsWith("."))
            .toList();
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void bodiesThatAreNoFormsAreRefused(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a"))) {
      Auth0Client client = Auth0Client.of(server);
      String connection = client.connection("default");
      byte[] whole = TestForm.of(connection, USER).body();
      String cut = new String(whole, 0, whole.length / 2, UTF_8);
      List<HttpResponse<String>> answers =
          List.of(
              client.post(USER, "application/json"),
              client.post("", TestForm.contentType()),
              client.post("nonsense", TestForm.contentType()),
              client.post(cut, TestForm.contentType()),
              client.post(USER, "multipart/form-data"),
              client.post(
                  BodyPublishers.ofByteArray(whole), "multipart/form-data; boundary=another"));
      for (HttpResponse<String> answer : answers) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(((Struct) Auth0Client.json(answer)).text("message")).isEqualTo(DAMAGED);
      }
      assertThat(jobs(server)).isEqualTo(new JobTotals(0, 0));
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void anUploadThatIsCutOffLeavesNothing(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a"))) {
      Auth0Client client = Auth0Client.of(server);
      byte[] whole = TestForm.of(client.connection("default"), USER).body();
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        String head =
            "POST "
                + Auth0Client.IMPORTS
                + " HTTP/1.1\r\nHost: a\r\nAuthorization: "
                + server.authorization()
                + "\r\nContent-Type: "
                + TestForm.contentType()
                + "\r\nContent-Length: "
                + whole.length
                + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(UTF_8));
        socket.getOutputStream().write(whole, 0, whole.length - 5);
        socket.shutdownOutput();
        String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        assertThat(answer).contains(" 400 ").contains(DAMAGED);
      }
      assertThat(jobs(server)).isEqualTo(new JobTotals(0, 0));
      assertThat(leftovers()).isEmpty();
      assertThat(client.post(TestForm.of(client.connection("default"), USER)).statusCode())
          .as("the next one")
          .isEqualTo(202);
    }
  }

  /** A file that is accepted and can't be imported. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Unparsable(String name, byte[] users, String type) {}

  private static List<Unparsable> unparsable() throws IOException {
    return List.of(
        new Unparsable("no JSON", "Name;Email\na;b\n".getBytes(UTF_8), "application/json"),
        new Unparsable("blank", " \n".getBytes(UTF_8), "application/json"),
        new Unparsable("cut off", "[{\"email\":\"a@exa".getBytes(UTF_8), "application/json"),
        new Unparsable("a number", "17".getBytes(UTF_8), "application/json"),
        new Unparsable("null", "null".getBytes(UTF_8), "application/json"),
        new Unparsable(
            "Latin-1",
            "[{\"email\":\"a@example.com\",\"name\":\"Zo\u00eb\"}]".getBytes(ISO_8859_1),
            "application/json"),
        new Unparsable("a charset that nobody knows", USER.getBytes(UTF_8), "text/json; charset=x"),
        new Unparsable(
            "another charset than told", USER.getBytes(UTF_8), "text/json; charset=utf-16"),
        new Unparsable("compressed", compressed(USER), "application/gzip"));
  }

  private static byte[] compressed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aFileThatIsNoArrayIsAFailedJobThatTellsWhy(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a")).work()) {
      Auth0Client client = Auth0Client.of(server);
      for (Unparsable row : unparsable()) {
        boolean named = !row.name.contains("charset"); // a text without a name may have one, too
        TestForm form =
            new TestForm()
                .file(row.users, named ? "users.json" : null, row.type)
                .text("connection_id", client.connection("default"));
        String id = client.started(form);
        Struct job = client.ended(id);
        assertThat(job.text("status")).as(row.name).isEqualTo("failed");
        assertThat(job.text("status_details")).as(row.name).isNotBlank();
        assertThat(job.has("summary")).as(row.name).isFalse();
        HttpResponse<String> errors = client.get("/api/v2/jobs/" + id + "/errors");
        assertThat(errors.statusCode()).as(row.name).isEqualTo(200);
        assertThat(((Struct) Auth0Client.json(errors)).names())
            .containsExactly(
                "status", "type", "created_at", "id", "connection_id", "status_details");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void filesOfUtf16AndFilesWithAMarkAreImported(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a")).work()) {
      Auth0Client client = Auth0Client.of(server);
      String[] users = {
        "\ufeff[{\"email\":\"one@example.com\"}]", "\ufeff[{\"email\":\"two@example.com\"}]"
      };
      List<byte[]> files = List.of(users[0].getBytes(UTF_8), users[1].getBytes(UTF_16LE));
      for (byte[] file : files) {
        TestForm form =
            new TestForm()
                .file(file, null, null)
                .text("connection_id", client.connection("default"));
        Struct job = client.ended(client.started(form));
        assertThat(((Struct) job.get("summary")).get("inserted")).isEqualTo(Value.of(1));
      }
    }
  }

  /** A client that sends its body a while after the headers, as the SDKs for Node do. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aBodyIsReadBeforeItsTokenIsRefused(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a"))) {
      byte[] body = new byte[500_000];
      for (String authorization : List.of("Bearer x", server.authorization(Scope.IMPORTS_READ))) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
          String head =
              "POST "
                  + Auth0Client.IMPORTS
                  + " HTTP/1.1\r\nHost: a\r\nAuthorization: "
                  + authorization
                  + "\r\nConnection: close\r\nContent-Length: "
                  + body.length
                  + "\r\n\r\n";
          socket.getOutputStream().write(head.getBytes(UTF_8));
          socket.setSoTimeout(500);
          assertThatThrownBy(() -> socket.getInputStream().read())
              .as("no answer yet")
              .isInstanceOf(SocketTimeoutException.class);
          socket.setSoTimeout(20_000);
          socket.getOutputStream().write(body);
          String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
          assertThat(answer).containsPattern("^HTTP/1.1 40[13] ");
        }
      }
    }
  }
}
