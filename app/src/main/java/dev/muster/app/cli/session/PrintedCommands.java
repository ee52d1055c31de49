package dev.muster.app.cli.session;

import dev.muster.app.DatabaseAddresses;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.postgres.PostgresAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds command lines for messages, to be copied, and describes where settings come from. */
public final class PrintedCommands {

  private static final String DB_VARIABLE = "MUSTER_DB";

  private final CliSession session;
  private final GlobalOptions options;

  PrintedCommands(CliSession session, GlobalOptions options) {
    this.session = session;
    this.options = options;
  }

  /**
   * A command line with the same options for database and settings file as the current one; paths
   * are absolute.
   *
   * @param words what follows {@code muster}
   */
  public String command(String words) {
    return command(
        words, Optional.ofNullable(options.database), Optional.ofNullable(options.config));
  }

  /**
   * A command that works in every folder.
   *
   * @param words what follows {@code muster}
   */
  public String commandForAnyFolder(String words) {
    return command(words, databaseForAnyFolder(), settingsFile().map(Path::toString));
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

  private String command(String words, Optional<String> database, Optional<String> config) {
    StringBuilder command = new StringBuilder("muster ").append(words);
    database.ifPresent(
        name -> command.append(" --db ").append(ShellText.quoted(absoluteDatabase(name))));
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
