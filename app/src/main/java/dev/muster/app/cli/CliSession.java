package dev.muster.app.cli;

import dev.muster.app.Wiring;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.job.Provenance;
import dev.muster.app.job.run.HostName;
import dev.muster.app.job.run.ImportControl;
import dev.muster.app.journal.Actor;
import dev.muster.app.report.Ansi;
import dev.muster.app.report.Printable;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.DatabaseMaintenance;
import dev.muster.app.store.DirectoryChanges;
import dev.muster.app.store.PostgresAddress;
import dev.muster.app.store.Session;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One run of the command line: its surroundings, the global options, and what it has opened. */
final class CliSession implements AutoCloseable {

  private final ProcessEnvironment around;
  private final GlobalOptions options;
  private final PrintWriter out;
  private final PrintWriter err;
  private @Nullable Wiring wiring;
  private @Nullable String alias;

  CliSession(ProcessEnvironment around, GlobalOptions options) {
    this.around = around;
    this.options = options;
    this.out = writer(around.out());
    this.err = writer(around.err());
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)) {
      @Override
      public boolean checkError() {
        return super.checkError()
            || stream.checkError(); // a print stream keeps its troubles to itself
      }
    };
  }

  ProcessEnvironment around() {
    return around;
  }

  /** Standard output; flushed when the session is closed. */
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

  /** Who works at this command line. */
  Actor actor() {
    return Actor.cli(System.getProperty("user.name", "unknown"), HostName.here());
  }

  /** Who asks for an import here. */
  Provenance provenance() {
    return Provenance.of(actor(), JobOrigin.CLI);
  }

  /** Changes to realms, roles, groups and services, on behalf of who works here. */
  DirectoryChanges changes() throws SettingsProblem, UsageProblem {
    return new DirectoryChanges(store(), actor(), Clock.systemUTC());
  }

  /** Stops and deletes imports, on behalf of who works here. */
  ImportControl control() throws SettingsProblem, UsageProblem {
    return new ImportControl(store(), actor(), Clock.systemUTC());
  }

  /** The directory, to add to it: it is made where there is none yet. */
  Session store() throws SettingsProblem, UsageProblem {
    return wiring().store();
  }

  /**
   * The directory, to look into it or to change what is there. Nothing is made by looking.
   *
   * @throws UsageProblem if there is none, or one of another version
   */
  Session storeToRead() throws SettingsProblem, UsageProblem {
    Optional<Session> opened = wiring().opened();
    if (opened.isPresent()) {
      return opened.get();
    }
    SchemaObstacle.readable(database(), this);
    return wiring().storeToRead();
  }

  /** The database from outside; nothing is made or changed by looking. */
  DatabaseMaintenance database() throws SettingsProblem, UsageProblem {
    return wiring().database();
  }

  /** The directory that is open already. */
  Session knownStore() {
    return wiring().opened().orElseThrow();
  }

  /**
   * A command that people can copy, with the options that choose the same directory; without the
   * password, which would end up in logs.
   *
   * @param words what follows {@code muster}
   */
  String command(String words) {
    StringBuilder command = new StringBuilder("muster ").append(words);
    if (options.database != null) {
      command
          .append(" --db ")
          .append(ShellText.quoted(PostgresAddress.withoutPassword(options.database)));
    }
    if (options.config != null) {
      command.append(" --config ").append(ShellText.quoted(options.config));
    }
    return command.toString();
  }

  @Override
  public void close() {
    out.flush();
    err.flush();
    if (wiring != null) {
      wiring.close();
    }
  }
}
