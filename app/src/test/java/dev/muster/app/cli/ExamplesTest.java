package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.DirectoryInvariants;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each of the examples gives what the page about them says, imported as it says. */
class ExamplesTest {

  private static final Path EXAMPLES =
      Path.of(System.getProperty("basedir", ".")).toAbsolutePath().resolveSibling("examples");

  @TempDir Path folder;

  @AfterEach
  void theDirectoryIsSound() {
    if (Files.exists(folder.resolve("muster.db"))) {
      DirectoryInvariants.assertHold(folder, "sqlite:muster.db");
    }
  }

  @Test
  void aRequestDocument() throws Exception {
    Struct first = imported("authgear-users.json");
    assertFirst("authgear-users.json", first, "304 records: 282 inserted, 2 updated, 20 failed");
    assertThat(codes(first))
        .isEqualTo(
            Map.of(
                "GroupUnknownKeys", 1,
                "InvalidAccountStatusTransition", 1,
                "InvalidBcryptHash", 1,
                "InvariantViolated", 2,
                "RoleUnknownKeys", 1,
                "ValidationFailed", 17));
    assertThat(summary(imported("authgear-users.json")))
        .isEqualTo("304 records: 284 updated, 20 failed");
    assertPassword("isla.obrien0", "Spring-Harvest-42");
  }

  @Test
  void oneRecordALine() throws Exception {
    for (String key : List.of("reader", "editor", "reviewer")) {
      assertThat(Run.of(folder, "roles", "create", key).status()).isZero();
    }
    for (String key : List.of("staff", "volunteers")) {
      assertThat(Run.of(folder, "groups", "create", key).status()).isZero();
    }
    String[] arguments = {"--identifier", "preferred_username"};

    Struct first = imported("authgear-users.ndjson", arguments);
    assertFirst("authgear-users.ndjson", first, "300 records: 289 inserted, 1 skipped, 10 failed");
    assertThat(codes(first))
        .isEqualTo(Map.of("RoleUnknownKeys", 1, "UnreadableRecord", 7, "ValidationFailed", 2));
    assertThat(summary(imported("authgear-users.ndjson", arguments)))
        .isEqualTo("300 records: 290 skipped, 10 failed");
  }

  @Test
  void aSpreadsheet() throws Exception {
    createRole("council", "Conseil municipal");
    createRole("library", "Médiathèque");
    createRole("after_school", "Périscolaire");

    Struct first = imported("town-hall.csv", "--config", EXAMPLES.resolve("muster.yml").toString());
    assertFirst("town-hall.csv", first, "245 records: 232 inserted, 3 skipped, 10 failed");
    assertThat(codes(first))
        .isEqualTo(Map.of("data-error", 10, "role-not-found", 2, "unique-constraint-failed", 1));
  }

  @Test
  void whatIsImportedAgainAndAgain() throws Exception {
    String[] arguments = {"--config", EXAMPLES.resolve("muster.yml").toString()};

    Struct first = imported("hr-sync.csv", arguments);
    assertFirst("hr-sync.csv", first, "207 records: 200 inserted, 7 failed");
    assertThat(codes(first)).isEqualTo(Map.of("data-error", 4, "unique-constraint-failed", 3));
    assertThat(summary(imported("hr-sync.csv", arguments)))
        .isEqualTo("207 records: 200 updated, 7 failed");
  }

  @Test
  void passwordHashesOfASite() throws Exception {
    Struct first = imported("django-passwords.csv");
    assertFirst("django-passwords.csv", first, "206 records: 200 inserted, 6 failed");
    assertThat(codes(first)).isEqualTo(Map.of("data-error", 6));
    assertPassword("francois.daubigne1", "francois.daubigne1!");
    assertPassword("niamh.whitfield0", "Spring-Harvest-42");
  }

  @Test
  void restAuthsDocument() throws Exception {
    Run run = Run.of(folder, "import", EXAMPLES.resolve("restauth.json").toString(), "--json");

    assertThat(run.status()).as(run.err()).isZero();
    assertFirst("restauth.json", run.document(), "206 records: 206 inserted");
    assertThat(run.out()).contains("Hash of type \\\"msdcc\\\" is not supported");
    byte[] password = "Spring-Harvest-42".getBytes(UTF_8);
    Run verified =
        Run.with(folder, password, "services", "verify", "wiki.example.org", "--password-stdin");
    assertThat(verified.status()).isZero();
  }

  @Test
  void thereAreNoOthers() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      assertThat(files.filter(file -> file.toString().matches(".*\\.(csv|ndjson|json)")))
          .hasSize(6);
    }
  }

  /** It was imported like this, and the page says so. */
  private static void assertFirst(String name, Struct document, String summary) throws IOException {
    assertThat(summary(document)).isEqualTo(summary);
    try (Stream<String> page = Files.lines(EXAMPLES.resolve("README.md"))) {
      assertThat(page.filter(line -> line.startsWith("| [" + name + "]")))
          .singleElement()
          .asString()
          .contains("| " + summary);
    }
  }

  private Struct imported(String name, String... arguments) {
    List<String> words =
        Stream.concat(
                Stream.of("import", EXAMPLES.resolve(name).toString(), "--json"),
                Stream.of(arguments))
            .toList();
    Run run = Run.of(folder, words.toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isEqualTo(1);
    return run.document();
  }

  private void createRole(String key, String name) {
    assertThat(Run.of(folder, "roles", "create", key, "--name", name).status()).isZero();
  }

  private void assertPassword(String login, String password) {
    Run run =
        Run.with(folder, password.getBytes(UTF_8), "users", "verify", login, "--password-stdin");
    assertThat(run.status()).as(login).isZero();
  }

  /** As the page puts it: what did not occur is left out. */
  private static String summary(Struct document) {
    Struct summary = (Struct) document.get("summary");
    return number(summary, "total")
        + " records: "
        + Stream.of("inserted", "updated", "skipped", "failed")
            .filter(outcome -> !number(summary, outcome).equals("0"))
            .map(outcome -> number(summary, outcome) + " " + outcome)
            .collect(Collectors.joining(", "));
  }

  private static String number(Struct summary, String name) {
    return ((Value.Num) summary.get(name)).literal();
  }

  /** How often each code occurs, in records and in cells. */
  private static Map<String, Integer> codes(Struct document) {
    Map<String, Integer> codes = new TreeMap<>();
    for (Struct detail : members(document, "details")) {
      Stream.concat(
              members(detail, "errors").stream(),
              members(detail, "cells").stream().flatMap(cell -> members(cell, "errors").stream()))
          .forEach(error -> codes.merge(error.text("code"), 1, Integer::sum));
    }
    return codes;
  }

  private static List<Struct> members(Struct of, String name) {
    return of.get(name) instanceof Value.Array array
        ? array.items().stream().map(Struct.class::cast).toList()
        : List.of();
  }
}
