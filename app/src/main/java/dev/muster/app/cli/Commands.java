package dev.muster.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** The tree of commands. */
final class Commands {

  private Commands() {}

  /** All commands; what they do happens in the session. */
  static CommandLine all(Session session, GlobalOptions options) {
    CommandLine users =
        group(new UsersCommand())
            .addSubcommand(new UsersShowCommand(session))
            .addSubcommand(new UsersListCommand(session))
            .addSubcommand(new UsersCountCommand(session))
            .addSubcommand(new UsersVerifyCommand(session));
    CommandLine imports =
        group(new ImportsCommand())
            .addSubcommand(new ImportsListCommand(session))
            .addSubcommand(new ImportsShowCommand(session))
            .addSubcommand(new ImportsReportCommand(session))
            .addSubcommand(new ImportsRejectsCommand(session))
            .addSubcommand(new ImportsResumeCommand(session))
            .addSubcommand(new ImportsCancelCommand(session));
    CommandLine hash =
        group(new HashCommand())
            .addSubcommand(new HashIdentifyCommand(session))
            .addSubcommand(new HashVerifyCommand(session))
            .addSubcommand(new HashSolveCommand(session));
    CommandLine top =
        group(new TopCommand(options))
            .addSubcommand(new ImportCommand(session))
            .addSubcommand("imports", imports)
            .addSubcommand("users", users)
            .addSubcommand(
                "roles", group(new RolesCommand()).addSubcommand(new RolesCreateCommand(session)))
            .addSubcommand(
                "groups",
                group(new GroupsCommand()).addSubcommand(new GroupsCreateCommand(session)))
            .addSubcommand(
                "realms",
                group(new RealmsCommand()).addSubcommand(new RealmsCreateCommand(session)))
            .addSubcommand("hash", hash)
            .addSubcommand(new HelpCommand(session))
            .addSubcommand(new VersionCommand(session))
            .addSubcommand(new CompletionCommand(session));
    top.setExpandAtFiles(false);
    top.setUsageHelpAutoWidth(false);
    top.setColorScheme(Help.defaultColorScheme(session.outInk().colours() ? Ansi.ON : Ansi.OFF));
    return top;
  }

  private static CommandLine group(Object command) {
    return new CommandLine(command);
  }

  @Command(name = "users", description = "Look at users of the directory.")
  private static final class UsersCommand {}

  @Command(name = "imports", description = "Look at imports on record, and go on with them.")
  private static final class ImportsCommand {}

  @Command(name = "roles", description = "Roles that users of a realm can have.")
  private static final class RolesCommand {}

  @Command(name = "groups", description = "Groups that users of a realm can be in.")
  private static final class GroupsCommand {}

  @Command(name = "hash", description = "Find out what password hashes are, and try them.")
  private static final class HashCommand {}

  @Command(name = "realms", description = "Realms: named partitions of the users.")
  private static final class RealmsCommand {}
}
