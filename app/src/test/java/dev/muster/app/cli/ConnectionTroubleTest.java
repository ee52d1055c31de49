package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.FaultyProxy;
import dev.muster.app.store.PostgresProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told whose directory can't be reached: one sentence, one remedy, no secret. */
class ConnectionTroubleTest {

  private static final String SECRET = "open-sesame";

  @TempDir private static Path folder;
  private static PostgresProcess server;

  @BeforeAll
  static void start() throws Exception {
    Path rules = folder.resolve("pg_hba.conf");
    Files.writeString(rules, "host all guarded all scram-sha-256\nhost all all all trust\n");
    server = PostgresProcess.start(Map.of("hba_file", rules.toString()));
    try (Connection connection = DirectoryInvariants.connection(server.address());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE guarded LOGIN PASSWORD 'another'");
      statement.execute("CREATE ROLE guest LOGIN");
    }
    Run.file(folder, "people.ndjson", "{\"email\": \"somebody@example.com\"}");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      value = {
        "guarded:PW@localhost:PORT/x ~ refuses this user ~ Check user and password",
        "guarded@localhost:PORT/x ~ refuses this user ~ Give a password",
        "postgres:PW@localhost:PORT/nowhere ~ no database nowhere ~ createdb nowhere",
        "postgres:PW@localhost:PORT/x?sslmode=require ~ no encrypted connection ~ Check sslmode",
        "postgres:PW@localhost:PORT/x?sslmode=often ~ Invalid sslmode ~ Check sslmode",
        "postgres:PW@localhost:PORT/x?sslmod=require ~ have no effect: sslmod ~ Mend it in --db",
        "postgres:PW@localhost:PORT/x?connect_timeout=soon ~ must be an integer ~ Mend it in --db",
        "postgres:PW@nowhere.invalid/x ~ no host called nowhere.invalid ~ Check the name",
        "guest:PW@localhost:PORT/postgres ~ may not make ~ run: muster db migrate",
      })
  void anAddressThatDoesNotFit(String address, String cause, String remedy) {
    assertTold(
        "postgresql://"
            + address.replace("PW", SECRET).replace("PORT", String.valueOf(server.port())),
        cause,
        remedy);
  }

  @Test
  void aPortWhereNobodyListens() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    assertTold(at(port, ""), "nothing answers at localhost, port " + port, "pg_isready");
  }

  @Test
  void aPortThatSpeaksAnotherProtocolAtOnce() throws IOException {
    try (ServerSocket listening = new ServerSocket(0)) {
      Thread answering =
          new Thread(
              () -> {
                while (!listening.isClosed()) {
                  try (Socket caller = listening.accept();
                      OutputStream out = caller.getOutputStream()) {
                    caller.getInputStream().read();
                    out.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
                  } catch (IOException e) {
                    // the caller did not want that
                  }
                }
              });
      answering.setDaemon(true);
      answering.start();
      assertTold(at(listening.getLocalPort(), ""), "is not PostgreSQL", "Check the address");
    }
  }

  @Test
  void aWebServerThatWaitsForMore() throws IOException {
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.start();
    try {
      String soon = "?loginTimeout=2";
      assertTold(at(web.getAddress().getPort(), soon), "timed out", "PostgreSQL and nothing else");
    } finally {
      web.stop(0);
    }
  }

  @Test
  void aServerThatIsTooOld() {
    String version = "server_version\0";
    try (FaultyProxy wire =
        FaultyProxy.falsifying(
            server.port(), said -> said.replaceAll(version + "\\d\\d", version + "12"))) {
      assertTold(wire.by(server.address()), "is PostgreSQL 12", "needs PostgreSQL 13 or newer");
    }
  }

  @Test
  void theCommandThatGoesOnTellsNoPassword() throws Exception {
    String address = server.emptyDatabase().replace(":postgres@", ":" + SECRET + "@");
    assertThat(Run.of(folder, "--db", address, "db", "migrate").status()).isZero();
    try (Connection connection = DirectoryInvariants.connection(address);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = 'insufficient_privilege'; END $$""");
      statement.execute(
          "CREATE TRIGGER refuse BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION refuse()");
    }
    Run run =
        Run.of(
            folder,
            "--db",
            address + "?password=" + SECRET,
            "import",
            "people.ndjson",
            "--identifier",
            "email");
    assertThat(run.status()).isEqualTo(ExitStatus.BROKEN);
    assertThat(run.err()).contains("imports resume imp_").doesNotContain(SECRET);
  }

  private static String at(int port, String parameters) {
    return "postgresql://postgres:" + SECRET + "@localhost:" + port + "/x" + parameters;
  }

  private static void assertTold(String address, String cause, String remedy) {
    Run run = Run.of(folder, "--db", address, "import", "people.ndjson", "--identifier", "email");
    assertThat(run.status()).isEqualTo(ExitStatus.BROKEN);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(cause)
        .contains(remedy)
        .doesNotContain(SECRET, "\tat ")
        .satisfies(told -> assertThat(told.lines()).hasSize(1));
    Run debugged =
        Run.of(
            folder, "--debug", "--db", address, "import", "people.ndjson", "--identifier", "email");
    assertThat(debugged.err()).contains("\tat ").doesNotContain(SECRET);
  }
}
