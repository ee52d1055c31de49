package dev.muster.app.cli.session;

import dev.muster.app.Application;
import dev.muster.app.cli.text.Ansi;
import dev.muster.app.document.Printable;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.job.Provenance;
import dev.muster.app.job.restauth.RestAuthLog;
import dev.muster.app.job.run.HostName;
import dev.muster.app.job.run.ImportControl;
import dev.muster.app.job.run.Imports;
import dev.muster.app.job.run.StopSignal;
import dev.muster.app.journal.Actor;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.DatabaseMaintenance;
import dev.muster.app.store.DirectoryChanges;
import dev.muster.app.store.Schema;
import dev.muster.app.store.Session;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of the command line: its environment, the global options, and what it has opened. */
public final class CliSession implements AutoCloseable {

  private final ProcessEnvironment around;
  private final GlobalOptions options;
  private final CommandOutput output;
  private final PrintWriter out;
  private final PrintWriter err;
  private @Nullable Application application;
  private @Nullable Session store;
  private @Nullable Session readOnly;
  private final List<Imports> opened = new ArrayList<>();
  private @Nullable String alias;
  private volatile Consumer<String> teller = this::say;

  public CliSession(ProcessEnvironment around, GlobalOptions options) {
    this.around = around;
    this.options = options;
    this.output = new CommandOutput(around.out());
    this.out = new PrintWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    this.err = new PrintWriter(new OutputStreamWriter(around.err(), StandardCharsets.UTF_8));
  }

  public ProcessEnvironment around() {
    return around;
  }

  /** Standard output as bytes. Flush {@link #out} before writing to it. */
  public CommandOutput output() {
    return output;
  }

  /** Standard output as text; flushed when the session is closed. */
  public PrintWriter out() {
    return out;
  }

  public PrintWriter err() {
    return err;
  }

  /** Prints a message to standard error, and flushes it. */
  public void say(String message) {
    message.lines().forEach(line -> err.println("muster: " + Printable.of(line)));
    err.flush();
  }

  /** Resolves a path of the command line against the working directory. */
  public Path path(Path given) {
    return around.workingDirectory().resolve(given);
  }

  public boolean debug() {
    return options.debug;
  }

  public Ansi outInk() {
    return new Ansi(around.outTerminal() && colours());
  }

  /** Whether colours are switched off by an option or by the environment. */
  public boolean withoutColours() {
    return !colours();
  }

  Ansi errInk() {
    return new Ansi(around.errTerminal() && colours());
  }

  private boolean colours() {
    return !options.noColor
        && around.variable("NO_COLOR").isEmpty()
        && !around.variable("TERM").equals("dumb");
  }

  /** The application, configured by the options of this command. */
  public Application application() {
    if (application == null) {
      application =
          new Application(
              around.workingDirectory(),
              chosen(options.config, "MUSTER_CONFIG"),
              alias == null ? chosen(options.database, "MUSTER_DB") : Optional.of(alias),
              around.environment(),
              message -> teller.accept(message));
    }
    return application;
  }

  /**
   * Redirects messages of the application, for example to a progress bar, which prints them above
   * itself, until {@link #sayItself}.
   */
  public void sayBy(Consumer<String> other) {
    teller = other;
  }

  public void sayItself() {
    teller = this::say;
  }

  /**
   * Selects one of the databases in the settings; {@code default} changes nothing. Call it before
   * the database is opened.
   *
   * @throws UsageProblem if the settings have none of that name
   */
  public void use(String name) throws SettingsProblem, UsageProblem {
    Map<String, String> known = application().settings().databases();
    if (known.containsKey(name)) {
      alias = name;
      application = null;
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

  /** The value of an option, or else of an environment variable; empty if neither is set. */
  Optional<String> chosen(@Nullable String option, String variable) {
    return option != null
        ? Optional.of(option)
        : Optional.of(around.variable(variable)).filter(value -> !value.isEmpty());
  }

  /** The actor of this command: the operating system's user on this machine. */
  public Actor actor() {
    return Actor.cli(System.getProperty("user.name", "unknown"), HostName.here());
  }

  /** The provenance of imports that this command starts. */
  public Provenance provenance() {
    return Provenance.of(actor(), JobOrigin.CLI);
  }

  /** Changes realms, roles, groups and services on behalf of {@link #actor}. */
  public DirectoryChanges changes() throws SettingsProblem, UsageProblem {
    return new DirectoryChanges(store(), actor(), Clock.systemUTC());
  }

  /** Stops and deletes imports on behalf of {@link #actor}. */
  public ImportControl control() throws SettingsProblem, UsageProblem {
    return new ImportControl(store(), actor(), Clock.systemUTC(), application().retention());
  }

  /** Opens the directory for writing; creates it if there is none. */
  public Session store() throws SettingsProblem, UsageProblem {
    if (store == null) {
      store = readOnly == null ? application().open() : application().openExisting();
    }
    return store;
  }

  /**
   * Opens an existing directory for reading, unless it is open for writing; never creates one.
   *
   * @throws UsageProblem if there is none, or its tables are of another version
   */
  public Session storeToRead() throws SettingsProblem, UsageProblem {
    if (store != null) {
      return store;
    }
    if (readOnly == null) {
      SchemaObstacle.readable(database(), this);
      readOnly = application().openToRead();
    }
    return readOnly;
  }

  /**
   * Opens the directory's imports, which are closed with this session.
   *
   * @param restAuth receives the messages about entries of RestAuth documents
   */
  public Imports imports(StopSignal stop, RestAuthLog restAuth)
      throws SettingsProblem, UsageProblem {
    return opened(application().imports(store(), stop, restAuth));
  }

  /** The directory's imports, for reading their inputs again; closed with this session. */
  public Imports importsToRead() throws SettingsProblem, UsageProblem {
    return opened(application().imports(storeToRead(), new StopSignal(), RestAuthLog.NONE));
  }

  private Imports opened(Imports imports) {
    opened.add(imports);
    return imports;
  }

  /** Opens the directory for a look-up. If there is none, prints a message and returns empty. */
  public Optional<Session> storeIfThere() throws SettingsProblem, UsageProblem {
    if (store == null && readOnly == null) {
      DatabaseMaintenance database = database();
      Schema schema = SchemaObstacle.migratable(database);
      if (schema.state() == Schema.State.ABSENT) {
        say(SchemaObstacle.absent(database, this));
        return Optional.empty();
      }
      SchemaObstacle.readable(schema, database, this);
      readOnly = application().openToRead();
    }
    return Optional.of(storeToRead());
  }

  /** Inspects the database without creating or changing it. */
  public DatabaseMaintenance database() throws SettingsProblem, UsageProblem {
    return application().maintenance();
  }

  /** The session that is already open. */
  public Session knownStore() {
    Session known = store == null ? readOnly : store;
    return Objects.requireNonNull(known, "the directory is not open yet");
  }

  /** A command line for messages; see {@link PrintedCommands#command}. */
  public String command(String words) {
    return printed().command(words);
  }

  public PrintedCommands printed() {
    return new PrintedCommands(this, options);
  }

  @Override
  public void close() {
    if (!output.isLost()) {
      out.flush();
    }
    err.flush();
    opened.forEach(CliSession::close);
    if (readOnly != null) {
      readOnly.close();
    }
    if (store != null) {
      store.close();
    }
    if (application != null) {
      application.close();
    }
  }

  private static void close(Imports imports) {
    try {
      imports.close();
    } catch (IOException e) {
      System.getLogger(CliSession.class.getName())
          .log(System.Logger.Level.DEBUG, "a temporary file is left behind", e);
    }
  }
}
