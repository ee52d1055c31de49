package dev.muster.app.cli;

import dev.muster.app.cli.session.GlobalOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster} itself. */
@Command(
    name = "muster",
    description = "Imports users into a user directory, and reports what happened to every record.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "First steps:",
      "  muster import users.csv --dry-run     what would an import do?",
      "  muster import users.csv               do it, into sqlite:muster.db",
      "  muster users list                     see who is there",
      "",
      "'muster COMMAND --help' explains a command.",
    })
final class TopCommand {

  @Mixin final GlobalOptions options;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version and exit.")
  boolean version;

  TopCommand(GlobalOptions options) {
    this.options = options;
  }
}
