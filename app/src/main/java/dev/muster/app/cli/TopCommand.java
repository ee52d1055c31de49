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
      "Exit status, unless a command's help says otherwise:",
      "  0    done",
      "  1    some record failed, or there is no user, group, service or",
      "       administrator of the name that the command is about",
      "  2    refused, and nothing was done: bad usage, a file or settings that",
      "       can't be used, a realm or an import id that does not exist",
      "  3    the database or the disk failed on the way",
      "  130  interrupted",
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
