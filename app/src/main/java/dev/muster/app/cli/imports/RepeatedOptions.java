package dev.muster.app.cli.imports;

import dev.muster.problem.ShellText;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options of {@code muster import} for a command to be copied. */
final class RepeatedOptions {

  /** The options that say how a table is read, and what becomes of its rows. */
  private static final List<String> NAMES =
      List.of(
          "--map",
          "--format",
          "--encoding",
          "--header-row",
          "--sheet",
          "--realm",
          "--lenient",
          "--create-roles",
          "--missing",
          "--missing-limit",
          "--missing-among");

  private RepeatedOptions() {}

  /** The options about tables as they were typed, each with a blank before it. */
  static String of(CommandSpec command) {
    ParseResult typed = command.commandLine().getParseResult();
    StringBuilder options = new StringBuilder();
    for (String name : NAMES) {
      OptionSpec option = typed.matchedOption(name);
      if (option == null) {
        continue;
      }
      if (option.arity().max() == 0) {
        options.append(' ').append(name);
        continue;
      }
      for (String value : option.originalStringValues()) {
        options.append(' ').append(name).append(' ').append(ShellText.quoted(value));
      }
    }
    return options.toString();
  }
}
