package dev.muster.app.cli;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.GlobalOptions;
import dev.muster.app.cli.session.ProcessEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The page of all commands, as their help texts have them. */
final class CommandReference {

  /** The line of an option that every command has, with the lines that continue it. */
  private static final Pattern COMMON_OPTION =
      Pattern.compile(
          "(?m)^ +(-h, )?--(db=URL|config=FILE|no-color|debug|help)( .*)?\n( {8,}[^- ].*\n)*");

  private CommandReference() {}

  /** All commands as the program knows them, not to be executed. */
  static CommandLine commands() {
    return commands(List.of());
  }

  /** The commands that are made for a command line, not to be executed. */
  static CommandLine commands(List<String> arguments) {
    GlobalOptions options = new GlobalOptions();
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    ProcessEnvironment around =
        ProcessEnvironment.piped(
            InputStream.nullInputStream(), nowhere, nowhere, Map.of(), Path.of("."));
    return Commands.of(arguments, new CliSession(around, options), options);
  }

  /** The text of docs/reference/cli.md. */
  static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Commands

            Made from the program's own help texts by `mvn -B verify -Dmuster.write=true`.

            Every command also takes `--db`, `--config`, `--no-color`, `--debug` and `--help`. They
            are explained under the first heading only.
            """);
    each(
        commands(),
        "muster",
        (name, command) ->
            page.append("\n## ")
                .append(name)
                .append("\n\n```text\n")
                .append(
                    name.equals("muster") ? usage(command) : withoutCommonOptions(usage(command)))
                .append("\n```\n"));
    return page.toString();
  }

  private static String usage(CommandLine command) {
    return command.getUsageMessage(Ansi.OFF).strip();
  }

  private static String withoutCommonOptions(String usage) {
    return COMMON_OPTION.matcher(usage + "\n").replaceAll("").strip();
  }

  private static void each(
      CommandLine command, String name, BiConsumer<String, CommandLine> action) {
    action.accept(name, command);
    command.getSubcommands().forEach((sub, line) -> each(line, name + " " + sub, action));
  }
}
