package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.session.Interrupts;
import dev.muster.app.http.LiveServer;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.http.tls.SelfSigned;
import dev.muster.app.store.StoreKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code users import --tenant} into Muster's own server. */
class Auth0OwnServerTest {

  private static final String TLS = "server: {tls: {certificate: cert.pem, key: key.pem}}\n";

  @TempDir private Path folder;

  private static Run run(Path folder, LiveServer server, String users, String... more)
      throws Exception {
    String[] arguments = new String[6 + more.length];
    System.arraycopy(
        new String[] {
          "users", "import", "--tenant=http://127.0.0.1:" + server.port(), "-c", "default", "--wait"
        },
        0,
        arguments,
        0,
        6);
    System.arraycopy(more, 0, arguments, 6, more.length);
    String token = server.authorization(Scope.values()).replace("Bearer ", "");
    return Run.in(
        folder, users.getBytes(UTF_8), Map.of("MUSTER_TOKEN", token), Interrupts.NONE, arguments);
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void usersAreImportedAndFailedOnesAreFound(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a")).work()) {
      String jo = "{\"email\":\"jo@example.com\"}";
      String users = "[" + jo + ",\n" + jo + ", {\"email\":\"nobody\"}]";
      Run run = run(folder, server, users, "--upsert");
      assertThat(run.err())
          .contains(" ▸    Job with ID 'job_")
          .contains(" ▸    user 2, line 2: DUPLICATED_USER: ")
          .contains(" ▸    user 3, line 2: INVALID_FORMAT: ")
          .contains(" ▸    3 users in 1 job: 1 inserted, 0 updated, 2 failed.");
      assertThat(run.status()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void largeInputsAreSplit(StoreKind store) throws Exception {
    try (LiveServer server = LiveServer.start(folder, store.emptyDirectory(folder, "a")).work()) {
      String users =
          IntStream.range(0, 300)
              .mapToObj(i -> "{\"email\":\"user" + i % 299 + "@example.com\"}")
              .collect(Collectors.joining("\n"));
      Run run = run(folder, server, users, "--part-bytes", "10000");
      assertThat(run.err())
          .contains(" ▸    user 300, line 300: DUPLICATED_USER: ")
          .contains(" ▸    300 users in 2 jobs: 299 inserted, 0 updated, 1 failed.");
      assertThat(run.status()).isZero();
    }
  }

  @Test
  void certificatesOfOnesOwnAreTrustedIfTheyAreNamed() throws Exception {
    SelfSigned.write(folder, "muster", "EC", 256, Instant.now());
    Files.writeString(folder.resolve("muster.yml"), TLS);
    try (LiveServer server = LiveServer.start(folder, "sqlite:" + folder.resolve("a.db")).work()) {
      String token = server.authorization().replace("Bearer ", "");
      String tenant = "127.0.0.1:" + server.port();
      assertThat(trusting("", tenant, token).err())
          .contains("Failed to list connections: " + tenant + " has a certificate that is not")
          .contains("in the variable SSL_CERT_FILE.");
      assertThat(trusting("key.pem", tenant, token).err())
          .contains("The file of certificates in SSL_CERT_FILE can't be used: ")
          .contains("key.pem: it has something other than certificates (PEM).");
      Files.writeString(folder.resolve("empty.pem"), "");
      assertThat(trusting("empty.pem", tenant, token).err())
          .contains("empty.pem: it has no certificate (PEM).");
      Run trusted = trusting("cert.pem", tenant, token);
      assertThat(trusted.err()).contains(" 1 user in 1 job: 1 inserted");
      assertThat(trusted.status()).isZero();
    }
  }

  @Test
  void filesOfCertificatesThatAreGoneAreTold() {
    Run gone = trusting("none.pem", "users.example.com", "token");
    assertThat(gone.err())
        .contains(
            "The file of certificates in SSL_CERT_FILE can't be used: "
                + folder.resolve("none.pem")
                + ": there is no such file.");
    assertThat(gone.status()).isEqualTo(1);
    assertThat(trusting(".", "users.example.com", "token").err())
        .contains(": it is a directory: name a file in it.");
  }

  @Test
  void filesOfCertificatesAreNotReadWithoutTls() throws Exception {
    try (LiveServer server = LiveServer.start(folder, "sqlite:" + folder.resolve("a.db")).work()) {
      String token = server.authorization(Scope.values()).replace("Bearer ", "");
      Run run = trusting("none.pem", "http://127.0.0.1:" + server.port(), token);
      assertThat(run.err()).contains(" 1 user in 1 job: 1 inserted");
      assertThat(run.status()).isZero();
    }
  }

  private Run trusting(String certificates, String tenant, String token) {
    return Run.in(
        folder,
        "[{\"email\":\"jo@example.com\"}]".getBytes(UTF_8),
        Map.of("MUSTER_TOKEN", token, "SSL_CERT_FILE", certificates),
        Interrupts.NONE,
        "users",
        "import",
        "-c",
        "default",
        "--wait",
        "--tenant",
        tenant);
  }
}
