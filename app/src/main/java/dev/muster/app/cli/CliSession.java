package dev.muster.app.cli;

import dev.muster.app.Wiring;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.report.Ansi;
import dev.muster.app.report.Printable;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.DatabaseMaintenance;
import dev.muster.app.store.PostgresAddress;
import dev.muster.app.store.Session;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One run of the command line: its surroundings, the global options, and what it has opened. */
final class CliSession implements AutoCloseable {

  private final ProcessEnvironment around;
  private final GlobalOptions options;
  private final CommandOutput output;
  private final PrintWriter out;
  private final PrintWriter err;
  private @Nullable Wiring wiring;
  private @Nullable String alias;

  CliSession(ProcessEnvironment around, GlobalOptions options) {
    this.around = around;
    this.options = options;
    this.output = new CommandOutput(around.out());
    this.out = new PrintWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    this.err = new PrintWriter(new OutputStreamWriter(around.err(), StandardCharsets.UTF_8));
  }

  ProcessEnvironment around() {
    return around;
  }

  /** Standard output as bytes; what {@link #out} holds back is not in it yet. */
  CommandOutput output() {
    return output;
  }

  /** Standard output as text; flushed when the session is closed. */
  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  /** Says something on standard error, at once. Not part of any result. */
  void say(String message) {
    message.lines().forEach(line -> err.println("muster: " + Printable.of(line)));
    err.flush();
  }

  /** Paths on the command line start from the working directory. */
  Path path(Path given) {
    return around.workingDirectory().resolve(given);
  }

  boolean debug() {
    return options.debug;
  }

  Ansi outInk() {
    return new Ansi(around.outTerminal() && colours());
  }

  Ansi errInk() {
    return new Ansi(around.errTerminal() && colours());
  }

  private boolean colours() {
    return !options.noColor
        && around.variable("NO_COLOR").isEmpty()
        && !around.variable("TERM").equals("dumb");
  }

  Wiring wiring() {
    if (wiring == null) {
      wiring =
          new Wiring(
              around.workingDirectory(),
              chosen(options.config, "MUSTER_CONFIG"),
              alias == null ? chosen(options.database, "MUSTER_DB") : Optional.of(alias),
              around.environment());
    }
    return wiring;
  }

  /**
   * Chooses one of the settings' databases, {@code default} being the usual one; before anything is
   * opened.
   *
   * @throws UsageProblem if the settings have none of that name
   */
  void use(String name) throws SettingsProblem, UsageProblem {
    Map<String, String> known = wiring().settings().databases();
    if (known.containsKey(name)) {
      alias = name;
      wiring().close();
      wiring = null;
    } else if (!name.equals("default")) {
      throw new UsageProblem(
          "argument --using: no database has the alias '"
              + name
              + "'"
              + (known.isEmpty()
                  ? ": muster.yml names none under databases"
                  : " (choose from " + String.join(", ", new TreeSet<>(known.keySet())) + ")"));
    }
  }

  private Optional<String> chosen(@Nullable String option, String variable) {
    return option != null
        ? Optional.of(option)
        : Optional.of(around.variable(variable)).filter(value -> !value.isEmpty());
  }

  /** The directory, to change it. */
  Session store() throws SettingsProblem, UsageProblem {
    return wiring().store();
  }

  /** The directory, to look into it; whoever names one that did not exist wants to know. */
  Session storeToRead() throws SettingsProblem, UsageProblem {
    Session store = wiring().store();
    if (wiring().newDatabase()) {
      say("there was no " + store.name() + ", so this is a new and empty directory");
    }
    return store;
  }

  /** The database from outside; nothing is made or changed by looking. */
  DatabaseMaintenance database() throws SettingsProblem, UsageProblem {
    return wiring().database();
  }

  /** The directory that is open already. */
  Session knownStore() {
    return wiring().opened().orElseThrow();
  }

  /** The settings file that is used, absolute; empty if there is none or it can't be read. */
  Optional<Path> settingsFile() {
    try {
      return wiring().settings().origin().file();
    } catch (SettingsProblem e) {
      return Optional.empty();
    }
  }

  /** In words, where the settings come from. */
  String settingsSource() throws SettingsProblem {
    Optional<Path> file = wiring().settings().origin().file();
    if (file.isEmpty()) {
      return "defaults (there is no muster.yml here)";
    }
    return file.get()
        + " ("
        + source(options.config, "config", "MUSTER_CONFIG", "found here")
        + ")";
  }

  /** In words, where the address of the directory comes from. */
  String databaseSource() throws SettingsProblem {
    boolean inFile = wiring().settings().database().isPresent();
    return source(options.database, "db", "MUSTER_DB", inFile ? "the settings file" : "default");
  }

  private String source(@Nullable String option, String name, String variable, String otherwise) {
    if (option != null) {
      return "--" + name;
    }
    return around.variable(variable).isEmpty() ? otherwise : variable;
  }

  /**
   * A command to copy, with the options of this one that choose the directory and the settings;
   * files are named absolutely.
   *
   * @param words what follows {@code muster}
   */
  String command(String words) {
    return command(
        words, Optional.ofNullable(options.database), Optional.ofNullable(options.config));
  }

  /**
   * A command to copy that works in every folder.
   *
   * @param words what follows {@code muster}
   */
  String commandForAnyFolder(String words) {
    return command(words, databaseForAnyFolder(), settingsFile().map(Path::toString));
  }

  private Optional<String> databaseForAnyFolder() {
    try {
      String name = wiring().databaseName();
      return name.startsWith(Wiring.SQLITE)
          ? Optional.of(name)
          : chosen(options.database, "MUSTER_DB"); // else the settings file has it
    } catch (SettingsProblem e) {
      return chosen(options.database, "MUSTER_DB");
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

  /** Without the password, which would end up in logs. */
  private String absoluteDatabase(String name) {
    return name.startsWith(Wiring.SQLITE)
        ? Wiring.SQLITE + absolute(name.substring(Wiring.SQLITE.length()))
        : PostgresAddress.withoutPassword(name);
  }

  private Path absolute(String file) {
    return path(Path.of(file)).toAbsolutePath().normalize();
  }

  @Override
  public void close() {
    if (!output.isLost()) {
      out.flush();
    }
    err.flush();
    if (wiring != null) {
      wiring.close();
    }
  }
}
