package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code users import} at a terminal. */
class Auth0TerminalTest {

  private static final String USER = "[{\"email\":\"jo@example.com\"}]";

  @TempDir private Path folder;
  private TestTerminal terminal = new TestTerminal("xterm");

  @BeforeEach
  void makeRealms() {
    Run.of(folder, "realms", "create", "staff");
  }

  private Run type(String keys, String... arguments) throws IOException {
    return type(keys, Map.of(), arguments);
  }

  private Run type(String keys, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("users", "import", "--no-color"));
    words.addAll(List.of(arguments));
    return terminal.run(folder, keys, environment, words.toArray(String[]::new));
  }

  private String count() {
    return Run.of(folder, "users", "count").out().strip();
  }

  private Path editor(String script) throws IOException {
    Path editor = Files.writeString(folder.resolve("my editor"), "#!/bin/sh\n" + script);
    assertThat(editor.toFile().setExecutable(true)).isTrue();
    return editor;
  }

  @Test
  void asksForTheConnectionAndWhetherToGoOn() throws IOException {
    Run run = type(TestTerminal.DOWN + "\r\r", "-u", USER);
    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("started user import job");
    assertThat(run.out()).isEmpty();
    assertThat(terminal.screen())
        .contains("> default\r\n  staff", "  default\r\n> staff")
        .contains("? Connection Name: staff\r\n? Do you want to import these user(s)? (Y/n) ");
    assertThat(Run.of(folder, "users", "show", "jo@example.com", "--realm", "staff").status())
        .isZero();
  }

  @Test
  void typingNarrowsTheList() throws IOException {
    type("stx\177\ry\r", "-u", USER);
    assertThat(terminal.screen()).contains("? Connection Name: staff");
    assertThat(count()).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2\r", "staff\r", "st\r", "9\r2\r"})
  void aDumbTerminalGetsNumbers(String answer) throws IOException {
    terminal = new TestTerminal("dumb");
    type(answer + "yes\r", "-u", USER);
    assertThat(terminal.screen())
        .contains("  1) default\r\n  2) staff\r\n", "Number or name [1]: ");
    assertThat(Run.of(folder, "users", "show", "jo@example.com", "--realm", "staff").status())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"n\r", "No\r", "maybe\rn\r", TestTerminal.CTRL_C})
  void noAndControlCImportNothing(String answer) throws IOException {
    Run run = type(answer, "-c", "default", "-u", USER);
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(count()).isEqualTo("0");
  }

  @Test
  void aTerminalThatGoesAwayImportsNothing() throws IOException {
    Run run = type("", "-c", "default", "-u", USER);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains(" ▸    The terminal is gone; nothing was imported.");
    assertThat(count()).isEqualTo("0");
  }

  @Test
  void theTemplateIsOpenedInTheEditor() throws IOException {
    Path seen = folder.resolve("seen");
    Path editor = editor("cp \"$1\" '" + seen + "'; sed -i s/john.doe/jane.roe/ \"$1\"\n");
    Map<String, String> environment = Map.of("EDITOR", "false", "GIT_EDITOR", "'" + editor + "'");
    Run run = type(TestTerminal.DOWN + "\r\r", environment, "-c", "default");
    assertThat(run.err()).startsWith(" ▸    Hint: Once you close the editor, ");
    assertThat(Files.readString(seen)).startsWith("\uFEFF[").contains("john.doe@contoso.com");
    assertThat(terminal.screen()).contains("? Template: Basic Example");
    assertThat(Run.of(folder, "users", "show", "jane.roe@contoso.com").status()).isZero();
  }

  @Test
  void anUnknownTemplateIsAnEmptyText() throws IOException {
    Path seen = folder.resolve("seen");
    Path editor = editor("cp \"$1\" '" + seen + "'\n");
    Run run = type("", Map.of("VISUAL", "'" + editor + "'"), "-c", "default", "-t", "Other");
    assertThat(Files.readString(seen)).isEqualTo("\uFEFF");
    assertThat(run.err()).contains("Invalid JSON input: unexpected end of JSON input.");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void anEditorThatFailsImportsNothing() throws IOException {
    for (String command : List.of("false", "/no/such/editor")) {
      Run run = type("", Map.of("EDITOR", command), "-c", "default", "-t", "Basic Example");
      assertThat(run.err()).contains(" ▸    Failed to capture input from the editor: exit status ");
      assertThat(run.status()).isEqualTo(1);
    }
    Path latin1 = editor("printf '[\"\\351\"]' > \"$1\"\n");
    Map<String, String> reasons =
        Map.of("rm", "the file is gone.", "'" + latin1 + "'", "the text is not UTF-8: save it as");
    for (Map.Entry<String, String> each : reasons.entrySet()) {
      Run run = type("", Map.of("EDITOR", each.getKey()), "-c", "default", "-t", "Empty");
      assertThat(run.err())
          .contains(" ▸    Failed to capture input from the editor: " + each.getValue());
      assertThat(run.status()).isEqualTo(1);
    }
    assertThat(count()).isEqualTo("0");
  }

  @Test
  void withoutInputTheConnectionIsRequired() throws IOException {
    for (String mode : List.of("--no-input", "--agent-mode")) {
      Run run = type("", mode, "-u", USER);
      assertThat(run.err()).contains(" ▸    Required flag(s) \"connection-name\" not set.");
      assertThat(run.status()).isEqualTo(1);
    }
    assertThat(terminal.screen()).isEmpty();
    assertThat(type("", "--no-input", "-u", USER, "-c", "default").status()).isZero();
  }

  @Test
  void anAgentIsAskedNothing() throws IOException {
    Run agent = type("", Map.of("CLAUDECODE", "1"), "-u", USER, "-c", "default");
    assertThat(agent.err()).startsWith(" ▸    Agent mode");
    assertThat(agent.status()).isZero();
    Map<String, String> off = Map.of("CLAUDECODE", "1", "AUTH0_AGENT_MODE", "false");
    assertThat(type("n\r", off, "-u", USER, "-c", "default").err()).isEmpty();
  }

  @Test
  void coloursAreForTerminals() throws IOException {
    Run run = terminal.run(folder, "\r", Map.of(), "users", "import", "-u", "[]", "-c", "default");
    assertThat(run.err()).contains("\033[32m ▸    ", "\033[1msqlite:");
    Map<String, String> off = Map.of("CLICOLOR", "0");
    Run plain = terminal.run(folder, "\r", off, "users", "import", "-u", "[]", "-c", "default");
    assertThat(plain.err()).doesNotContain("\033");
  }
}
