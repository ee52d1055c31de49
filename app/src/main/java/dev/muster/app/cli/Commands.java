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
            .addSubcommand(new ImportsWatchCommand(session))
            .addSubcommand(new ImportsReportCommand(session))
            .addSubcommand(new ImportsRejectsCommand(session))
            .addSubcommand(new ImportsResumeCommand(session))
            .addSubcommand(new ImportsCancelCommand(session));
    CommandLine database =
        group(new DatabaseCommand())
            .addSubcommand(new DbStatusCommand(session))
            .addSubcommand(new DbMigrateCommand(session))
            .addSubcommand(new DbCheckCommand(session));
    CommandLine hash =
        group(new HashCommand())
            .addSubcommand(new HashIdentifyCommand(session))
            .addSubcommand(new HashVerifyCommand(session))
            .addSubcommand(new HashSolveCommand(session));
    CommandLine top =
        group(new TopCommand(options))
            .addSubcommand(new ImportCommand(session))
            .addSubcommand(new RestAuthImportCommand(session))
            .addSubcommand("imports", imports)
            .addSubcommand(new WorkerCommand(session))
            .addSubcommand("users", users)
            .addSubcommand(
                "roles", group(new RolesCommand()).addSubcommand(new RolesCreateCommand(session)))
            .addSubcommand("groups", groups(session))
            .addSubcommand("services", services(session))
            .addSubcommand(
                "realms",
                group(new RealmsCommand()).addSubcommand(new RealmsCreateCommand(session)))
            .addSubcommand("db", database)
            .addSubcommand("hash", hash)
            .addSubcommand(new HelpCommand(session))
            .addSubcommand(new VersionCommand(session))
            .addSubcommand(new CompletionCommand(session));
    top.setExpandAtFiles(false);
    top.setUsageHelpAutoWidth(false);
    top.setColorScheme(Help.defaultColorScheme(session.outInk().colours() ? Ansi.ON : Ansi.OFF));
    return top;
  }

  private static CommandLine groups(Session session) {
    return group(new GroupsCommand())
        .addSubcommand(new GroupsListCommand(session))
        .addSubcommand(new GroupsShowCommand(session))
        .addSubcommand(new GroupsMembersCommand(session))
        .addSubcommand(new GroupsCreateCommand(session));
  }

  private static CommandLine services(Session session) {
    return group(new ServicesCommand())
        .addSubcommand(new ServicesListCommand(session))
        .addSubcommand(new ServicesShowCommand(session))
        .addSubcommand(new ServicesVerifyCommand(session))
        .addSubcommand(new ServicesCreateCommand(session))
        .addSubcommand(new ServicesDeleteCommand(session))
        .addSubcommand(new ServicesSetPasswordCommand(session))
        .addSubcommand(new ServicesHostsCommand(session));
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

  @Command(name = "groups", description = "Groups of a realm or a service that users can be in.")
  private static final class GroupsCommand {}

  @Command(
      name = "services",
      description = "Services: programs that ask the directory, with groups of their own.")
  private static final class ServicesCommand {}

  @Command(name = "hash", description = "Find out what password hashes are, and try them.")
  private static final class HashCommand {}

  @Command(name = "realms", description = "Realms: named partitions of the users.")
  private static final class RealmsCommand {}

  @Command(name = "db", description = "Look after the database that holds the directory.")
  private static final class DatabaseCommand {}
}
