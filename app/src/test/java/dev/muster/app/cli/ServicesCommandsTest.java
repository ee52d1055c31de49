package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServicesCommandsTest {

  @TempDir Path folder;

  @BeforeEach
  void makeService() throws IOException {
    Run.file(folder, "muster.yml", "passwords: {argon2: {memory_kib: 128, passes: 1}}");
    assertThat(Run.of(folder, "services", "create", "wiki").out()).isEqualTo("service wiki made\n");
  }

  @Test
  void aServiceIsMadeOnceAndShown() {
    Run again = Run.of(folder, "services", "create", "wiki");
    assertThat(again.status()).isZero();
    assertThat(again.out()).isEqualTo("service wiki exists already\n");
    assertThat(Run.of(folder, "services", "show", "wiki", "--json").out())
        .isEqualTo("{\"name\":\"wiki\",\"hosts\":[],\"password\":null}\n");
    assertThat(Run.of(folder, "services", "create", "my blog 愱").status()).isZero();
    assertThat(Run.of(folder, "services", "list").out()).isEqualTo("my blog 愱\nwiki\n");
    assertThat(Run.of(folder, "services", "list", "--json").out().lines()).hasSize(2);
  }

  @Test
  void aServiceThatIsNotThereIsOne() {
    for (String command : List.of("show", "delete", "hosts")) {
      Run run = Run.of(folder, "services", command, "wikki");
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("there is no service wikki; did you mean wiki?");
    }
    assertThat(verify("wikki", "secret").status()).isEqualTo(1);
    assertThat(setPassword("wikki", "secret").status()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:b", "a\tb", "a\u0085b"})
  void aNameThatNobodyCouldSendIsRefused(String name) {
    Run run = Run.of(folder, "services", "create", name);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("without colons and control characters");
  }

  @ParameterizedTest
  @CsvSource({"argon2id, argon2", "bcrypt, bcrypt"})
  void aPasswordIsKeptAsTheSettingsSay(String setting, String scheme) throws IOException {
    Run.file(
        folder,
        "muster.yml",
        "passwords: {scheme: " + setting + ", bcrypt_cost: 10, argon2: {memory_kib: 128}}");
    assertThat(verify("wiki", "").status()).isEqualTo(1);

    Run set = setPassword("wiki", "sécret\n");

    assertThat(set.status()).isZero();
    assertThat(set.out()).isEqualTo("password of service wiki set\n");
    Struct shown = Run.of(folder, "services", "show", "wiki", "--json").document();
    assertThat(shown.get("password")).isEqualTo(Struct.of("scheme", Value.of(scheme)));
    assertThat(verify("wiki", "sécret").status()).isZero();
    assertThat(verify("wiki", "sécret\r\n").status()).isZero();
    assertThat(verify("wiki", "secret").status()).isEqualTo(1);
    assertThat(verify("wiki", "secret").out()).isEmpty();
  }

  @Test
  void aPasswordThatIsNoneChangesNothing() throws IOException {
    setPassword("wiki", "secret");
    assertThat(setPassword("wiki", "\n").status()).isEqualTo(2);
    Run.file(folder, "muster.yml", "passwords: {scheme: bcrypt}");
    Run tooLong = setPassword("wiki", "ä".repeat(37));
    assertThat(tooLong.status()).isEqualTo(2);
    assertThat(tooLong.err()).contains("74 bytes").contains("72").contains("argon2id");
    assertThat(verify("wiki", "secret").status()).isZero();
  }

  @Test
  void aPasswordIsNeverAnArgument() {
    assertThat(Run.of(folder, "services", "verify", "wiki").status()).isEqualTo(2);
    assertThat(Run.of(folder, "services", "set-password", "wiki").err())
        .contains("--password-stdin");
  }

  @Test
  void hostsAreReplacedAddedAndTakenAway() {
    assertThat(hosts("wiki")).isEmpty();
    assertThat(hosts("wiki", "192.0.2.7", "2001:DB8::1", "Wiki.Example.com", "::1", "::1"))
        .containsExactly("192.0.2.7", "2001:db8::1", "::1", "wiki.example.com");
    assertThat(hosts("wiki", "--add", "127.0.0.1", "::1"))
        .containsExactly("127.0.0.1", "192.0.2.7", "2001:db8::1", "::1", "wiki.example.com");
    assertThat(hosts("wiki", "--remove", "::1", "192.0.2.7", "WIKI.example.com", "none"))
        .containsExactly("127.0.0.1", "2001:db8::1");
    assertThat(hosts("wiki", "a")).containsExactly("a");
    Struct shown = Run.of(folder, "services", "show", "wiki", "--json").document();
    assertThat(shown.get("hosts")).isEqualTo(new Value.Array(List.of(Value.of("a"))));
  }

  private List<String> hosts(String... arguments) {
    String[] words = new String[arguments.length + 2];
    words[0] = "services";
    words[1] = "hosts";
    System.arraycopy(arguments, 0, words, 2, arguments.length);
    Run run = Run.of(folder, words);
    assertThat(run.err()).isEmpty();
    return run.out().lines().toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "256.1.1.1",
        "1.2.3",
        "01.2.3.4",
        "192.0.2.0/24",
        ":",
        ":::",
        "1::2::3",
        "12345::",
        "fe80::1%eth0",
        "[::1]",
        "::1 ",
        "a_b",
        ".:1",
        "a.-b",
        "a-.b",
        "a..b",
        "a.",
        ".a",
        "http://a",
        "a:80",
        "é.example"
      })
  void whatIsNoHostIsRefusedAndNothingChanges(String host) {
    hosts("wiki", "127.0.0.1");
    Run run = Run.of(folder, "services", "hosts", "wiki", "--add", "10.0.0.1", host);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("'" + host + "' is no host");
    assertThat(hosts("wiki")).containsExactly("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1::", "::ffff:192.0.2.7", "1:2:3:4:5:6:7:8", "0.0.0.0", "1a", "x-1.y2"})
  void whatIsAHostIsTaken(String host) {
    assertThat(hosts("wiki", host)).containsExactly(host);
  }

  @Test
  void addingAndTakingAwayNeedHostsAndGoOneByOne() {
    assertThat(Run.of(folder, "services", "hosts", "wiki", "--add").err()).contains("HOST");
    assertThat(Run.of(folder, "services", "hosts", "wiki", "--add", "--remove", "a").status())
        .isEqualTo(2);
  }

  @Test
  void aServiceIsDeletedWithItsGroups() {
    Run.of(folder, "groups", "create", "staff", "--service", "wiki");
    Run run = Run.of(folder, "services", "delete", "wiki");
    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo("service wiki deleted\n");
    assertThat(Run.of(folder, "services", "list").out()).isEmpty();
    assertThat(Run.of(folder, "groups", "list").out()).isEmpty();
  }

  private Run verify(String service, String typed) {
    return Run.with(
        folder, typed.getBytes(UTF_8), "services", "verify", service, "--password-stdin");
  }

  private Run setPassword(String service, String typed) {
    return Run.with(
        folder, typed.getBytes(UTF_8), "services", "set-password", service, "--password-stdin");
  }
}
