package dev.muster.app.cli;

import dev.muster.app.cli.admins.AdminsCreateCommand;
import dev.muster.app.cli.admins.AdminsDeleteCommand;
import dev.muster.app.cli.admins.AdminsListCommand;
import dev.muster.app.cli.admins.AdminsPasswordCommand;
import dev.muster.app.cli.auth0.Auth0ImportCommand;
import dev.muster.app.cli.db.DbCheckCommand;
import dev.muster.app.cli.db.DbMigrateCommand;
import dev.muster.app.cli.db.DbStatusCommand;
import dev.muster.app.cli.directory.GroupsCreateCommand;
import dev.muster.app.cli.directory.GroupsListCommand;
import dev.muster.app.cli.directory.GroupsMembersCommand;
import dev.muster.app.cli.directory.GroupsShowCommand;
import dev.muster.app.cli.directory.JournalCommand;
import dev.muster.app.cli.directory.RealmsApplyCommand;
import dev.muster.app.cli.directory.RealmsCreateCommand;
import dev.muster.app.cli.directory.RealmsListCommand;
import dev.muster.app.cli.directory.RolesCreateCommand;
import dev.muster.app.cli.directory.RolesListCommand;
import dev.muster.app.cli.directory.ServicesCreateCommand;
import dev.muster.app.cli.directory.ServicesDeleteCommand;
import dev.muster.app.cli.directory.ServicesHostsCommand;
import dev.muster.app.cli.directory.ServicesListCommand;
import dev.muster.app.cli.directory.ServicesSetPasswordCommand;
import dev.muster.app.cli.directory.ServicesShowCommand;
import dev.muster.app.cli.directory.ServicesVerifyCommand;
import dev.muster.app.cli.hash.HashIdentifyCommand;
import dev.muster.app.cli.hash.HashSolveCommand;
import dev.muster.app.cli.hash.HashVerifyCommand;
import dev.muster.app.cli.imports.ImportCommand;
import dev.muster.app.cli.imports.ImportsCancelCommand;
import dev.muster.app.cli.imports.ImportsDeleteCommand;
import dev.muster.app.cli.imports.ImportsListCommand;
import dev.muster.app.cli.imports.ImportsMissingCommand;
import dev.muster.app.cli.imports.ImportsPauseCommand;
import dev.muster.app.cli.imports.ImportsPruneCommand;
import dev.muster.app.cli.imports.ImportsRejectsCommand;
import dev.muster.app.cli.imports.ImportsReportCommand;
import dev.muster.app.cli.imports.ImportsResumeCommand;
import dev.muster.app.cli.imports.ImportsShowCommand;
import dev.muster.app.cli.imports.ImportsStopMailsCommand;
import dev.muster.app.cli.imports.ImportsWatchCommand;
import dev.muster.app.cli.imports.RestAuthImportCommand;
import dev.muster.app.cli.imports.WorkerCommand;
import dev.muster.app.cli.imports.WorkersListCommand;
import dev.muster.app.cli.server.ServeCommand;
import dev.muster.app.cli.server.TokenCreateCommand;
import dev.muster.app.cli.server.TokenRevokeCommand;
import dev.muster.app.cli.server.WebhooksTestCommand;
import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.GlobalOptions;
import dev.muster.app.cli.users.UsersCountCommand;
import dev.muster.app.cli.users.UsersListCommand;
import dev.muster.app.cli.users.UsersShowCommand;
import dev.muster.app.cli.users.UsersVerifyCommand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The tree of commands. */
public final class Commands {

  /** Commands that need the whole tree. */
  private static final Set<String> ABOUT_ALL = Set.of("help", "completion");

  private Commands() {}

  /**
   * Builds only the command that is named on the command line, or all commands if none is named or
   * help is requested. Building all of them takes a good part of the run time of a short command.
   */
  static CommandLine of(List<String> arguments, CliSession session, GlobalOptions options) {
    Map<String, Supplier<CommandLine>> all = byName(session);
    OptionalInt word = CommandWord.index(arguments);
    String name = word.isPresent() ? arguments.get(word.getAsInt()) : "";
    Supplier<CommandLine> one = all.get(name);
    boolean lacksValue = // picocli refuses options whose value is a command that it knows
        word.isPresent()
            && arguments.subList(0, word.getAsInt()).stream().anyMatch(all::containsKey);
    return one == null || lacksValue || ABOUT_ALL.contains(name)
        ? line(session, options, all.values())
        : line(session, options, List.of(one));
  }

  private static CommandLine line(
      CliSession session, GlobalOptions options, Collection<Supplier<CommandLine>> commands) {
    CommandLine top = new CommandLine(new TopCommand(options));
    commands.forEach(command -> top.addSubcommand(command.get()));
    commandsFirst(top);
    top.getSubcommands().values().stream()
        .filter(command -> !command.getSubcommands().isEmpty())
        .forEach(Commands::commandsFirst);
    top.setExpandAtFiles(false);
    top.setUsageHelpAutoWidth(false);
    top.setColorScheme(Help.defaultColorScheme(session.outInk().colours() ? Ansi.ON : Ansi.OFF));
    return top;
  }

  /** Has a help text list the commands before the options. */
  private static void commandsFirst(CommandLine command) {
    List<String> commands =
        List.of(
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
    List<String> keys = new ArrayList<>(command.getHelpSectionKeys());
    keys.removeAll(commands);
    keys.addAll(keys.indexOf(UsageMessageSpec.SECTION_KEY_DESCRIPTION) + 1, commands);
    command.setHelpSectionKeys(keys);
    command.getCommandSpec().usageMessage().optionListHeading("Options:%n");
  }

  private static Map<String, Supplier<CommandLine>> byName(CliSession session) {
    Map<String, Supplier<CommandLine>> all = new LinkedHashMap<>();
    all.put("import", () -> new CommandLine(new ImportCommand(session)));
    all.put("restauth-import", () -> new CommandLine(new RestAuthImportCommand(session)));
    all.put("imports", () -> imports(session));
    all.put("worker", () -> new CommandLine(new WorkerCommand(session)));
    all.put("workers", () -> group(new WorkersCommand(), new WorkersListCommand(session)));
    all.put("serve", () -> new CommandLine(new ServeCommand(session)));
    all.put("token", () -> token(session));
    all.put("admins", () -> admins(session));
    all.put("webhooks", () -> group(new WebhooksCommand(), new WebhooksTestCommand(session)));
    all.put("users", () -> users(session));
    all.put(
        "roles",
        () ->
            group(
                new RolesCommand(),
                new RolesListCommand(session),
                new RolesCreateCommand(session)));
    all.put("groups", () -> groups(session));
    all.put("services", () -> services(session));
    all.put("realms", () -> realms(session));
    all.put("journal", () -> new CommandLine(new JournalCommand(session)));
    all.put("db", () -> database(session));
    all.put("config", () -> config(session));
    all.put("hash", () -> hash(session));
    all.put("help", () -> new CommandLine(new HelpCommand(session)));
    all.put("version", () -> new CommandLine(new VersionCommand(session)));
    all.put("completion", () -> new CommandLine(new CompletionCommand(session)));
    return all;
  }

  private static CommandLine imports(CliSession session) {
    return group(
        new ImportsCommand(),
        new ImportsListCommand(session),
        new ImportsShowCommand(session),
        new ImportsWatchCommand(session),
        new ImportsReportCommand(session),
        new ImportsRejectsCommand(session),
        new ImportsMissingCommand(session),
        new ImportsPauseCommand(session),
        new ImportsResumeCommand(session),
        new ImportsCancelCommand(session),
        new ImportsStopMailsCommand(session),
        new ImportsDeleteCommand(session),
        new ImportsPruneCommand(session));
  }

  private static CommandLine token(CliSession session) {
    return group(
        new TokenCommand(), new TokenCreateCommand(session), new TokenRevokeCommand(session));
  }

  private static CommandLine admins(CliSession session) {
    return group(
        new AdminsCommand(),
        new AdminsCreateCommand(session),
        new AdminsListCommand(session),
        new AdminsPasswordCommand(session),
        new AdminsDeleteCommand(session));
  }

  private static CommandLine users(CliSession session) {
    return group(
        new UsersCommand(),
        new UsersShowCommand(session),
        new UsersListCommand(session),
        new UsersCountCommand(session),
        new UsersVerifyCommand(session),
        new Auth0ImportCommand(session));
  }

  private static CommandLine groups(CliSession session) {
    return group(
        new GroupsCommand(),
        new GroupsListCommand(session),
        new GroupsShowCommand(session),
        new GroupsMembersCommand(session),
        new GroupsCreateCommand(session));
  }

  private static CommandLine realms(CliSession session) {
    return group(
        new RealmsCommand(),
        new RealmsListCommand(session),
        new RealmsCreateCommand(session),
        new RealmsApplyCommand(session));
  }

  private static CommandLine services(CliSession session) {
    return group(
        new ServicesCommand(),
        new ServicesListCommand(session),
        new ServicesShowCommand(session),
        new ServicesVerifyCommand(session),
        new ServicesCreateCommand(session),
        new ServicesDeleteCommand(session),
        new ServicesSetPasswordCommand(session),
        new ServicesHostsCommand(session));
  }

  private static CommandLine database(CliSession session) {
    return group(
        new DatabaseCommand(),
        new DbStatusCommand(session),
        new DbMigrateCommand(session),
        new DbCheckCommand(session));
  }

  private static CommandLine config(CliSession session) {
    return group(
        new ConfigCommand(), new ConfigCheckCommand(session), new ConfigPrintCommand(session));
  }

  private static CommandLine hash(CliSession session) {
    return group(
        new HashCommand(),
        new HashIdentifyCommand(session),
        new HashVerifyCommand(session),
        new HashSolveCommand(session));
  }

  private static CommandLine group(Object group, Object... commands) {
    CommandLine line = new CommandLine(group);
    for (Object command : commands) {
      line.addSubcommand(command);
    }
    return line;
  }

  @Command(
      name = "users",
      description = "Look at users of the directory, and import some as Auth0's command does.")
  private static final class UsersCommand {}

  @Command(name = "token", description = "Make and revoke tokens for the server's APIs.")
  private static final class TokenCommand {}

  @Command(name = "admins", description = "Administrators of the server's web console.")
  private static final class AdminsCommand {}

  @Command(name = "webhooks", description = "Try the webhooks of the settings.")
  private static final class WebhooksCommand {}

  @Command(name = "imports", description = "Look at imports on record, and resume them.")
  private static final class ImportsCommand {}

  @Command(name = "workers", description = "Look at the workers of the directory.")
  private static final class WorkersCommand {}

  @Command(name = "roles", description = "Roles that users of a realm can have.")
  private static final class RolesCommand {}

  @Command(name = "groups", description = "Groups of a realm or a service that users can be in.")
  private static final class GroupsCommand {}

  @Command(
      name = "services",
      description = "Services: programs that ask the directory, with groups of their own.")
  private static final class ServicesCommand {}

  @Command(name = "config", description = "Check and print the settings (muster.yml).")
  private static final class ConfigCommand {}

  @Command(name = "hash", description = "Find out what password hashes are, and try them.")
  private static final class HashCommand {}

  @Command(name = "realms", description = "Realms: named partitions of the users.")
  private static final class RealmsCommand {}

  @Command(name = "db", description = "Look after the database that holds the directory.")
  private static final class DatabaseCommand {}
}
