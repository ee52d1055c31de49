package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.muster.app.cli.CompletionCommand.Shell;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.PositionalParamSpec;

class CommandsTest {

  private static final Set<String> ABOUT_ALL = Set.of("help", "completion");

  @TestFactory
  Stream<DynamicTest> a_command_line_makes_the_command_that_it_names_and_no_other() {
    Set<String> all = CommandReference.commands().getSubcommands().keySet();
    return all.stream()
        .map(
            name ->
                dynamicTest(
                    name,
                    () ->
                        assertThat(
                                CommandReference.commands(List.of(name)).getSubcommands().keySet())
                            .isEqualTo(ABOUT_ALL.contains(name) ? all : Set.of(name))));
  }

  @Test
  void everyLineInAListOfCommandsIsAWholeSentence() {
    CommandLine top = CommandReference.commands();
    Stream.concat(Stream.of(top), top.getSubcommands().values().stream())
        .flatMap(command -> command.getSubcommands().values().stream())
        .forEach(
            command ->
                assertThat(command.getCommandSpec().usageMessage().description()[0])
                    .as(command.getCommandSpec().qualifiedName())
                    .endsWith("."));
  }

  @Test
  void commandsAreListedBeforeOptions() {
    CommandLine top = CommandReference.commands();
    for (CommandLine command : List.of(top, top.getSubcommands().get("imports"))) {
      assertThat(command.getUsageMessage(Ansi.OFF)).containsSubsequence("Commands:", "Options:");
    }
  }

  @Test
  void theCommandsThatShellsOfferAreThoseThereAre() {
    CommandLine top = CommandReference.commands();
    PositionalParamSpec word =
        top.getSubcommands().get("help").getCommandSpec().positionalParameters().get(0);
    Set<String> commands = new HashSet<>(top.getSubcommands().keySet());
    commands.remove("help");
    assertThat(word.completionCandidates()).containsExactlyInAnyOrderElementsOf(commands);
  }

  @Test
  void aShellOffersTheIdsOfImports() {
    for (Shell shell : Shell.values()) {
      String script = CompletionCommand.script(shell, CommandReference.commands().getCommandSpec());
      assertThat(script).contains("imports list --limit 50").doesNotContain("IMPORT-IDS");
    }
  }
}
