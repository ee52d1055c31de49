package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

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
}
