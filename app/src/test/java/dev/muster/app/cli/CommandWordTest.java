package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.session.GlobalOptions;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class CommandWordTest {

  @ParameterizedTest
  @CsvSource({
    "import users.csv, 0",
    "--db sqlite:x.db import users.csv, 2",
    "--db=sqlite:x.db import users.csv, 1",
    "--no-color --config import --debug import --db x import, 4",
    "--debug=true import, 1",
    "--db users, -1",
    "--db, -1",
    "--help import, -1",
    "-V, -1",
    "--dbs=x import, -1",
    "-- import, -1",
  })
  void stands_behind_nothing_but_global_options(String line, int index) {
    assertThat(CommandWord.index(List.of(line.split(" ", -1))))
        .isEqualTo(index < 0 ? OptionalInt.empty() : OptionalInt.of(index));
  }

  @Test
  void is_missing_from_no_words() {
    assertThat(CommandWord.index(List.of())).isEmpty();
  }

  @Test
  void knows_each_global_option() {
    List<OptionSpec> options =
        new CommandLine(new TopCommand(new GlobalOptions())).getCommandSpec().options();
    assertThat(names(options, 1)).isEqualTo(CommandWord.WITH_VALUE);
    assertThat(names(options, 0))
        .containsAll(CommandWord.ALONE)
        .hasSize(CommandWord.ALONE.size() + Set.of("-h", "--help", "-V", "--version").size());
  }

  private static Set<String> names(List<OptionSpec> options, int values) {
    return options.stream()
        .filter(option -> option.arity().max() == values)
        .flatMap(option -> List.of(option.names()).stream())
        .collect(Collectors.toSet());
  }
}
