package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Administrators of the console are made and deleted. */
class AdminsCommandsTest {

  @TempDir Path folder;

  @BeforeEach
  void settings() throws IOException {
    Run.file(folder, "muster.yml", "passwords: {argon2: {memory_kib: 128, passes: 1}}");
  }

  private Run withPassword(String password, String... arguments) {
    return Run.with(folder, password.getBytes(UTF_8), arguments);
  }

  private Run create(String name, String... more) {
    String[] words = new String[more.length + 4];
    words[0] = "admins";
    words[1] = "create";
    words[2] = name;
    words[3] = "--password-stdin";
    System.arraycopy(more, 0, words, 4, more.length);
    return withPassword("a secret\n", words);
  }

  @Test
  void administratorsAreMadeListedAndDeleted() {
    Run made = create("ann");
    assertThat(made.status()).as(made.err()).isZero();
    assertThat(made.out()).isEqualTo("administrator ann made\n");
    Run.of(folder, "realms", "create", "staff");
    assertThat(create("bob", "--realm", "staff", "--realm", "default").status()).isZero();
    assertThat(Run.of(folder, "admins", "list").out())
        .isEqualTo("ann  all realms\nbob  default, staff\n");
    assertThat(Run.of(folder, "admins", "list", "--json").out())
        .contains("{\"name\":\"ann\",\"realms\":null,\"created_at\":\"")
        .contains("{\"name\":\"bob\",\"realms\":[\"default\",\"staff\"],")
        .doesNotContain("argon2");
    assertThat(Run.of(folder, "admins", "delete", "ann").out())
        .isEqualTo("administrator ann deleted\n");
    assertThat(Run.of(folder, "admins", "list").out()).isEqualTo("bob  default, staff\n");
    assertThat(Run.of(folder, "journal", "--action", "admin").out())
        .contains("admin.created")
        .contains("admin.deleted")
        .doesNotContain("secret");
  }

  @Test
  void aServerWithoutAnAdministratorSaysHowToMakeOne() throws Exception {
    String database = "sqlite:" + folder.resolve("muster.db");
    try (MusterProcess server = MusterProcess.server(folder, database)) {
      server.await("has no administrator yet");
      server.await("admins create NAME");
    }
    create("ann");
    try (MusterProcess server = MusterProcess.server(folder, database)) {
      server.await("try it from another terminal");
      assertThat(server.said()).noneMatch(line -> line.contains("administrator"));
    }
  }

  @Test
  void aTakenNameIsRefused() {
    create("ann");
    Run again = create("ann");
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err()).contains("there is an administrator ann already");
  }

  @Test
  void anUnknownRealmIsRefused() {
    Run.of(folder, "realms", "create", "staff");
    Run refused = create("ann", "--realm", "staf");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("there is no realm staf").contains("staff");
    assertThat(Run.of(folder, "admins", "list").out()).isEmpty();
  }

  @Test
  void aPasswordIsSetForWhoExists() {
    create("ann");
    Run set = withPassword("new words", "admins", "password", "ann", "--password-stdin");
    assertThat(set.out()).isEqualTo("administrator ann: password set\n");
    Run none = withPassword("new words", "admins", "password", "anne", "--password-stdin");
    assertThat(none.status()).isEqualTo(1);
    assertThat(none.err()).contains("there is no administrator anne; did you mean ann?");
    Run empty = withPassword("\n", "admins", "password", "ann", "--password-stdin");
    assertThat(empty.status()).isEqualTo(2);
    assertThat(Run.of(folder, "admins", "password", "ann").err()).contains("--password-stdin");
    assertThat(Run.of(folder, "admins", "delete", "bob").status()).isEqualTo(1);
  }

  /** At a terminal it is refused. */
  @Test
  void aShortPasswordOfAScriptIsWarnedOfByItsCharacters() throws IOException {
    Run made = withPassword("x", "admins", "create", "ann", "--password-stdin");
    assertThat(made.status()).isZero();
    assertThat(made.err())
        .contains("it has 1 character, and an administrator's should have at least 8.");
    Run set = withPassword("éléphan", "admins", "password", "ann", "--password-stdin");
    assertThat(set.err()).contains("it has 7 characters").doesNotContain("éléphan");
    // neither composition nor length is limited otherwise
    String sixtyFour = "é".repeat(64);
    for (String good : new String[] {"aaaaaaaa", "        ", "éééééééé", sixtyFour}) {
      Run quiet = withPassword(good, "admins", "password", "ann", "--password-stdin");
      assertThat(quiet.status()).isZero();
      assertThat(quiet.err()).isEmpty();
    }
    Run.file(
        folder, "muster.yml", "passwords: {min_length: 12, argon2: {memory_kib: 128, passes: 1}}");
    assertThat(withPassword("12345678901", "admins", "password", "ann", "--password-stdin").err())
        .contains("at least 12 (passwords.min_length in muster.yml).");
    Run.file(
        folder, "muster.yml", "passwords: {min_length: 2, argon2: {memory_kib: 128, passes: 1}}");
    assertThat(withPassword("1234567", "admins", "password", "ann", "--password-stdin").err())
        .contains("at least 8.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ann", "ann ", "a\tb", "a\u202eb"})
  void aNameThatNobodyCouldTypeIsRefused(String name) {
    Run run = create(name);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("can't be an administrator's name");
  }
}
