package dev.muster.app.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.muster.app.cli.MusterProcess;
import dev.muster.app.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clients below examples/clients against a server of its own process. */
class SampleClientsTest {

  private static final Path EXAMPLES =
      Path.of(System.getProperty("basedir", ".")).toAbsolutePath().resolveSibling("examples");
  private static final String PROJECT = "my-project";
  private static final long PATIENCE_SECONDS = 120;

  @TempDir private static Path folder;
  private static MusterProcess server;

  @BeforeAll
  static void start() throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).keyID("key-1").generate();
    Files.writeString(folder.resolve("keys.json"), new JWKSet(key.toPublicJWK()).toString());
    Files.writeString(
        folder.resolve("private.pem"),
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder(64, "\n".getBytes(UTF_8))
                .encodeToString(key.toPrivateKey().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
    Files.writeString(
        folder.resolve("muster.yml"), "auth:\n  audience: my-project\n  keys: keys.json\n");
    server = MusterProcess.server(folder, database());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void node() throws Exception {
    requireTools("node", "npm");
    Path client = folder.resolve("node");
    Files.createDirectories(client);
    for (String file : List.of("package.json", "import-users.js")) {
      Files.copy(EXAMPLES.resolve("clients/node").resolve(file), client.resolve(file));
    }
    Ended install =
        run(client, Map.of(), "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts");
    assumeTrue(install.status == 0, () -> "npm can't install: " + install.said);
    Map<String, String> environment =
        Map.of(
            "MUSTER_URL",
            server.address(),
            "PROJECT_ID",
            PROJECT,
            "KEY_ID",
            "key-1",
            "PRIVATE_KEY",
            folder.resolve("private.pem").toString());

    assertImported(run(client, environment, "node", "import-users.js", users("node")), "node");

    Ended refused =
        run(client, with(environment, "KEY_ID", "key-2"), "node", "import-users.js", users("node"));
    assertThat(refused.status).isNotZero();
    assertThat(refused.said).contains("403 Forbidden");
  }

  @Test
  void curl() throws Exception {
    requireTools("curl", "sh", "sed");
    Path client = EXAMPLES.resolve("clients/curl.sh");
    assertImported(run(folder, token(), "sh", client.toString(), users("curl")), "curl");
    assertThat(run(folder, noToken(), "sh", client.toString(), users("curl")).said)
        .contains("Forbidden");
  }

  @Test
  void python() throws Exception {
    requireTools("python3");
    Path client = EXAMPLES.resolve("clients/python/import_users.py");
    assertImported(run(folder, token(), "python3", client.toString(), users("python")), "python");
    assertThat(run(folder, noToken(), "python3", client.toString(), users("python")).said)
        .contains("403 Forbidden");
  }

  @Test
  void java() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path client = EXAMPLES.resolve("clients/java/ImportUsers.java");
    assertImported(run(folder, token(), java, client.toString(), users("java")), "java");
    assertThat(run(folder, noToken(), java, client.toString(), users("java")).said)
        .contains("403 Forbidden");
  }

  private static String database() {
    return "sqlite:" + folder.resolve("a.db");
  }

  private static Map<String, String> token() {
    Run made = Run.of(folder, "--db", database(), "token", "create");
    assertThat(made.status()).as(made.err()).isZero();
    return Map.of("MUSTER_URL", server.address(), "MUSTER_TOKEN", made.out().strip());
  }

  private static Map<String, String> noToken() {
    return Map.of("MUSTER_URL", server.address(), "MUSTER_TOKEN", "nothing");
  }

  private static Map<String, String> with(
      Map<String, String> environment, String name, String value) {
    Map<String, String> changed = new java.util.HashMap<>(environment);
    changed.put(name, value);
    return changed;
  }

  /** A request document with two new users. */
  private static String users(String name) throws IOException {
    Path file = folder.resolve(name + ".json");
    Files.writeString(
        file,
        "{\"identifier\": \"email\", \"records\": [{\"email\": \""
            + name
            + "1@example.com\", \"name\": \"Zoë\"}, {\"email\": \""
            + name
            + "2@example.com\"}]}");
    return file.toString();
  }

  private static void assertImported(Ended client, String name) {
    assertThat(client.status).as(client.said).isZero();
    assertThat(client.said.replaceAll("\\s", ""))
        .contains("\"status\":\"completed\"")
        .contains(
            "\"summary\":{\"total\":2,\"inserted\":2,\"updated\":0,\"skipped\":0,\"failed\":0}")
        .contains("Zoë");
    assertThat(Run.of(folder, "--db", database(), "users", "show", name + "2@example.com").status())
        .isZero();
  }

  private static void requireTools(String... tools) {
    for (String tool : tools) {
      boolean there =
          List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
              .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
      assumeTrue(there, () -> tool + " is not on this machine");
    }
  }

  /** What is left of a client when it has ended. */
  private record Ended(int status, String said) {}

  private static Ended run(Path where, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Dfile.encoding=UTF-8");
    Path said = Files.createTempFile(folder, "said", ".txt");
    Process process = builder.redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(said));
  }
}
