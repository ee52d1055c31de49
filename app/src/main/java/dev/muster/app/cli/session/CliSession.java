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

  /** Standard output as bytes; what {@link #out} holds back is not in it yet. */
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

  /** Says something on standard error, at once. Not part of any result. */
  public void say(String message) {
    message.lines().forEach(line -> err.println("muster: " + Printable.of(line)));
    err.flush();
  }

  /** Paths on the command line start from the working directory. */
  public Path path(Path given) {
    return around.workingDirectory().resolve(given);
  }

  public boolean debug() {
    return options.debug;
  }

  public Ansi outInk() {
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

  /** What the process is made of, by the options of this command. */
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
   * Has somebody else say what comes up while the session waits, such as a progress bar, which says
   * it above itself. {@link #say} is used again after {@link #sayItself}.
   */
  public void sayBy(Consumer<String> other) {
    teller = other;
  }

  public void sayItself() {
    teller = this::say;
  }

  /**
   * Chooses one of the settings' databases, {@code default} being the usual one; before anything is
   * opened.
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

  /** What an option says, else a variable of the environment. */
  Optional<String> chosen(@Nullable String option, String variable) {
    return option != null
        ? Optional.of(option)
        : Optional.of(around.variable(variable)).filter(value -> !value.isEmpty());
  }

  /** Who works at this command line. */
  Actor actor() {
    return Actor.cli(System.getProperty("user.name", "unknown"), HostName.here());
  }

  /** Who asks for an import here. */
  public Provenance provenance() {
    return Provenance.of(actor(), JobOrigin.CLI);
  }

  /** Changes to realms, roles, groups and services, on behalf of who works here. */
  public DirectoryChanges changes() throws SettingsProblem, UsageProblem {
    return new DirectoryChanges(store(), actor(), Clock.systemUTC());
  }

  /** Stops and deletes imports, on behalf of who works here. */
  public ImportControl control() throws SettingsProblem, UsageProblem {
    return new ImportControl(store(), actor(), Clock.systemUTC());
  }

  /** The directory, to add to it: it is made where there is none yet. */
  public Session store() throws SettingsProblem, UsageProblem {
    if (store == null) {
      store = application().open();
    }
    return store;
  }

  /**
   * The directory, to look into it or to change what is there. Nothing is made by looking.
   *
   * @throws UsageProblem if there is none, or one of another version
   */
  public Session storeToRead() throws SettingsProblem, UsageProblem {
    if (store == null) {
      SchemaObstacle.readable(database(), this);
      store = application().openToRead();
    }
    return store;
  }

  /**
   * Imports of the directory, closed with this session.
   *
   * @param restAuth hears about the entries of RestAuth documents
   */
  public Imports imports(StopSignal stop, RestAuthLog restAuth)
      throws SettingsProblem, UsageProblem {
    Imports imports = application().imports(store(), stop, restAuth);
    opened.add(imports);
    return imports;
  }

  /**
   * The directory, to look something up in it that may not be there; empty, which is said, where
   * there is no directory: then nothing is.
   */
  public Optional<Session> storeIfThere() throws SettingsProblem, UsageProblem {
    if (store == null) {
      DatabaseMaintenance database = database();
      Schema schema = SchemaObstacle.migratable(database);
      if (schema.state() == Schema.State.ABSENT) {
        say(SchemaObstacle.absent(database, this));
        return Optional.empty();
      }
      SchemaObstacle.readable(schema, database, this);
      store = application().openToRead();
    }
    return Optional.of(store);
  }

  /** The database from outside; nothing is made or changed by looking. */
  public DatabaseMaintenance database() throws SettingsProblem, UsageProblem {
    return application().maintenance();
  }

  /** The directory that is open already. */
  public Session knownStore() {
    return Objects.requireNonNull(store, "the directory is not open yet");
  }

  /** A command to copy; see {@link PrintedCommands#command}. */
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
