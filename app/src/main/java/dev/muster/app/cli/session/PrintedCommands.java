package dev.muster.app.cli.session;

import dev.muster.app.DatabaseAddresses;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.postgres.PostgresAddress;
import dev.muster.problem.ShellText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds command lines for messages, to be copied, and describes where settings come from. */
public final class PrintedCommands {

  /** The variable in which {@code bin/muster} passes how it was called. */
  public static final String NAME_VARIABLE = "MUSTER_COMMAND";

  private static final String DB_VARIABLE = "MUSTER_DB";

  private final CliSession session;
  private final GlobalOptions options;

  PrintedCommands(CliSession session, GlobalOptions options) {
    this.session = session;
    this.options = options;
  }

  /**
   * A command line that begins with the program's name as it was typed and has the same options for
   * database and settings file as the current one; paths of these are absolute.
   *
   * @param words what follows the name
   */
  public String command(String words) {
    return command(
        name(), words, Optional.ofNullable(options.database), Optional.ofNullable(options.config));
  }

  /**
   * A command that works in every folder.
   *
   * @param words what follows the program's name
   */
  public String commandForAnyFolder(String words) {
    String name = name();
    return command(
        name.contains("/") ? absolute(name).toString() : name,
        words,
        databaseForAnyFolder(),
        settingsFile().map(Path::toString));
  }

  /** The program's name as it was typed, such as {@code bin/muster}. */
  private String name() {
    String typed = session.around().variable(NAME_VARIABLE);
    return typed.isEmpty() ? "muster" : typed;
  }

  /** The program's name as it was typed, quoted for a shell. */
  public String quotedName() {
    return ShellText.quoted(name());
  }

  private Optional<String> databaseForAnyFolder() {
    Optional<String> chosen = session.chosen(options.database, DB_VARIABLE);
    try {
      String address = session.application().addresses().directory();
      return address.startsWith(DatabaseAddresses.SQLITE)
          ? Optional.of(address)
          : chosen; // otherwise the settings file names it
    } catch (SettingsProblem e) {
      return chosen;
    }
  }

  private String command(
      String name, String words, Optional<String> database, Optional<String> config) {
    StringBuilder command = new StringBuilder(ShellText.quoted(name)).append(' ').append(words);
    database.ifPresent(
        address -> command.append(" --db ").append(ShellText.quoted(absoluteDatabase(address))));
    config.ifPresent(
        file -> command.append(" --config ").append(ShellText.quoted(absolute(file).toString())));
    return command.toString();
  }

  /** Makes an address absolute and removes its password, which must not end up in logs. */
  private String absoluteDatabase(String name) {
    String file = DatabaseAddresses.SQLITE;
    return name.startsWith(file)
        ? file + absolute(name.substring(file.length()))
        : PostgresAddress.withoutPassword(name);
  }

  private Path absolute(String file) {
    return session.path(Path.of(file)).toAbsolutePath().normalize();
  }

  /** The absolute path of the settings file; empty if there is none or it can't be read. */
  public Optional<Path> settingsFile() {
    try {
      return session.application().settings().origin().file();
    } catch (SettingsProblem e) {
      return Optional.empty();
    }
  }

  /** A description of where the settings come from. */
  public String settingsSource() throws SettingsProblem {
    Optional<Path> file = session.application().settings().origin().file();
    return file.isEmpty()
        ? "defaults (there is no muster.yml here)"
        : file.get() + " (" + source(options.config, "config", "MUSTER_CONFIG", "found here") + ")";
  }

  /** A description of where the database address comes from. */
  public String databaseSource() throws SettingsProblem {
    boolean inFile = session.application().settings().database().isPresent();
    return source(options.database, "db", DB_VARIABLE, inFile ? "the settings file" : "default");
  }

  /** A message that a resumed import keeps its own settings, which differ from the current ones. */
  public String settingsKept(String importId, List<String> differences) {
    return "import "
        + importId
        + " keeps the settings that it began with: "
        + String.join(", ", differences)
        + settingsFile().map(file -> " in " + file).orElse("");
  }

  private String source(@Nullable String option, String name, String variable, String otherwise) {
    if (option != null) {
      return "--" + name;
    }
    return session.around().variable(variable).isEmpty() ? otherwise : variable;
  }
}
