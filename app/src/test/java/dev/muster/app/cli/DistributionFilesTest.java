package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.CompletionCommand.Shell;
import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.GlobalOptions;
import dev.muster.app.cli.session.ProcessEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The manual pages and completions that are distributed are those of the commands there are. Write
 * them anew with {@code mvn test -pl core,app -Dtest=DistributionFilesTest -Dmuster.write=true
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class DistributionFilesTest {

  private static final Path SHARE =
      Path.of(System.getProperty("basedir", ".")).resolve("src/main/dist/share");

  private CliSession session;
  private CommandSpec root;

  @BeforeEach
  void makeCommands() {
    ProcessEnvironment around =
        ProcessEnvironment.piped(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(new ByteArrayOutputStream()),
            new PrintStream(new ByteArrayOutputStream()),
            Map.of(),
            Path.of(""));
    GlobalOptions options = new GlobalOptions();
    session = new CliSession(around, options);
    root = Commands.of(List.of(), session, options).getCommandSpec();
  }

  @AfterEach
  void close() {
    session.close();
  }

  private Map<Path, String> files() {
    Map<Path, String> files = new LinkedHashMap<>();
    ManPages.of(root).forEach((name, page) -> files.put(SHARE.resolve("man/man1/" + name), page));
    Path completion = SHARE.resolve("completion");
    // Zsh reads bash's, by its bashcompinit.
    files.put(completion.resolve("muster.bash"), CompletionCommand.script(Shell.bash, root));
    files.put(completion.resolve("muster.fish"), CompletionCommand.script(Shell.fish, root));
    return files;
  }

  @Test
  void whatIsDistributedIsUpToDate() throws IOException {
    for (Map.Entry<Path, String> file : files().entrySet()) {
      if (Boolean.getBoolean("muster.write")) {
        Files.createDirectories(file.getKey().getParent());
        Files.writeString(file.getKey(), file.getValue());
      }
      assertThat(file.getKey()).as("see the comment of this class").hasContent(file.getValue());
    }
  }

  @Test
  void nothingElseIsDistributed() throws IOException {
    try (Stream<Path> found = Files.walk(SHARE)) {
      assertThat(found.filter(Files::isRegularFile))
          .containsExactlyInAnyOrderElementsOf(files().keySet());
    }
  }

  @Test
  void everyCommandOptionAndArgumentIsExplained() {
    assertThat(unexplained(root)).isEmpty();
  }

  private static Stream<String> unexplained(CommandSpec spec) {
    Stream<String> itself =
        Stream.of(spec)
            .filter(command -> command.usageMessage().description().length == 0)
            .map(CommandSpec::qualifiedName);
    Stream<String> arguments =
        spec.args().stream()
            .filter(argument -> Arrays.stream(argument.description()).allMatch(String::isBlank))
            .map(argument -> spec.qualifiedName() + " " + name(argument));
    return Stream.concat(
        Stream.concat(itself, arguments),
        spec.subcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .flatMap(DistributionFilesTest::unexplained));
  }

  private static String name(ArgSpec argument) {
    return argument.isOption() ? argument.toString() : argument.paramLabel();
  }

  @Test
  void everyOptionWithAValueNamesItsDefault() {
    assertThat(
            root.subcommands().get("import").getCommandSpec().options().stream()
                .filter(option -> option.arity().max() > 0)
                .filter(option -> !String.join(" ", option.description()).contains("Default: "))
                .map(ArgSpec::toString))
        .isEmpty();
  }
}
