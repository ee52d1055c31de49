package dev.muster.app.http.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.app.http.LiveServer;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.http.tls.SelfSigned;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports by Auth0's SDKs for Node, over TLS and over plain HTTP. */
class Auth0NodeSdkTest {

  private static final Path BASE = Path.of(System.getProperty("basedir", ".")).toAbsolutePath();
  private static final Path SOURCES = BASE.resolve("src/test/resources/auth0-sdks");

  /** Kept between runs, so that the SDKs are not downloaded each time. */
  private static final Path INSTALLED = BASE.resolve("target/auth0-sdks");

  private static final long PATIENCE_SECONDS = 120;

  @TempDir private static Path folder;

  @BeforeAll
  static void install() throws Exception {
    requireNode();
    Files.createDirectories(INSTALLED);
    String wanted = Files.readString(SOURCES.resolve("package.json"));
    Path installed = INSTALLED.resolve("installed.json");
    if (!Files.exists(installed) || !Files.readString(installed).equals(wanted)) {
      Files.writeString(INSTALLED.resolve("package.json"), wanted);
      Ended install =
          run(
              INSTALLED,
              Map.of(),
              "npm",
              "install",
              "--no-audit",
              "--no-fund",
              "--no-package-lock",
              "--ignore-scripts");
      assumeTrue(install.status == 0, () -> "npm can't install: " + install.said);
      Files.writeString(installed, wanted);
    }
    Files.copy(
        SOURCES.resolve("imports.mjs"),
        INSTALLED.resolve("imports.mjs"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** The SDK 7.1.0 needs Node 20.19. */
  private static void requireNode() throws Exception {
    for (String tool : List.of("node", "npm")) {
      boolean there =
          List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
              .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
      assumeTrue(there, () -> tool + " is not on this machine");
    }
    String said = run(folder, Map.of(), "node", "--version").said.strip();
    String[] version = said.replaceFirst("^v", "").split("\\.", -1);
    int major = Integer.parseInt(version[0]);
    assumeTrue(
        major > 20 || (major == 20 && Integer.parseInt(version[1]) >= 19),
        () -> "Node is too old: " + said);
  }

  @ParameterizedTest
  @CsvSource({"7, true", "7, false", "4, true", "4, false"})
  void imports(String sdk, boolean tls) throws Exception {
    Path files = Files.createTempDirectory(folder, "server");
    if (tls) {
      SelfSigned.write(files, "muster", "EC", 256, Instant.now());
      Files.writeString(
          files.resolve("muster.yml"), "server: {tls: {certificate: cert.pem, key: key.pem}}\n");
    }
    try (LiveServer server = LiveServer.start(files, "sqlite:" + files.resolve("a.db")).work();
        LiveServer idle = LiveServer.start(files, "sqlite:" + files.resolve("b.db"))) {
      Ended script =
          run(
              INSTALLED,
              environment(
                  sdk,
                  tls ? Map.of("NODE_EXTRA_CA_CERTS", files + "/cert.pem") : plain(),
                  server,
                  idle),
              "node",
              "imports.mjs");
      assertThat(script.status).as(script.said).isZero();
      new SdkAnswers(script.said).assertImported().assertRefused(sdk);
    }
  }

  private static Map<String, String> plain() {
    return Map.of("PLAIN", "1");
  }

  private static Map<String, String> environment(
      String sdk, Map<String, String> connection, LiveServer server, LiveServer idle)
      throws Exception {
    Map<String, String> environment = new LinkedHashMap<>(connection);
    environment.put("SDK", sdk);
    environment.put("DOMAIN", "127.0.0.1:" + server.port());
    environment.put("IDLE_DOMAIN", "127.0.0.1:" + idle.port());
    environment.put("TOKEN", bearer(server.authorization()));
    environment.put("READING_TOKEN", bearer(server.authorization(Scope.IMPORTS_READ)));
    return environment;
  }

  private static String bearer(String authorization) {
    return authorization.substring("Bearer ".length());
  }

  /** What is left of a process when it has ended. */
  private record Ended(int status, String said) {}

  private static Ended run(Path where, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Path said = Files.createTempFile(folder, "said", ".txt");
    Process process = builder.redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(said, UTF_8));
  }
}
