package dev.muster.app;

import dev.muster.app.format.AuthgearLinesFormat;
import dev.muster.app.format.AuthgearRequestFormat;
import dev.muster.app.format.CsvFormat;
import dev.muster.app.format.Formats;
import dev.muster.app.format.RestAuthFormat;
import dev.muster.app.format.RestAuthReading;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.hash.Argon2Encoder;
import dev.muster.app.hash.BcryptEncoder;
import dev.muster.app.hash.NewPasswords;
import dev.muster.app.hash.PasswordEncoder;
import dev.muster.app.hash.RestAuthHashes;
import dev.muster.app.hash.StandardSchemes;
import dev.muster.app.job.Retention;
import dev.muster.app.job.restauth.RestAuthLog;
import dev.muster.app.job.restauth.RestAuthWork;
import dev.muster.app.job.run.FormatWork;
import dev.muster.app.job.run.Imports;
import dev.muster.app.job.run.StopSignal;
import dev.muster.app.job.run.Submissions;
import dev.muster.app.settings.PasswordSettings;
import dev.muster.app.settings.Settings;
import dev.muster.app.settings.SettingsFile;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.DatabaseFile;
import dev.muster.app.store.DatabaseMaintenance;
import dev.muster.app.store.PostgresAddress;
import dev.muster.app.store.PostgresMaintenance;
import dev.muster.app.store.PostgresSession;
import dev.muster.app.store.Session;
import dev.muster.app.store.SqliteMaintenance;
import dev.muster.app.store.SqliteSession;
import dev.muster.app.worker.WorkEvents;
import dev.muster.app.worker.Worker;
import dev.muster.password.CostBounds;
import dev.muster.password.HashSchemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Joins the parts: the only place that makes adapters. Each is made when it is first asked for,
 * since most commands need few of them. For one thread.
 */
public final class Wiring implements AutoCloseable {

  private static final String SETTINGS_FILE = "muster.yml";
  private static final String SQLITE = "sqlite:";

  private final Path workingDirectory;
  private final Optional<String> config;
  private final Optional<String> database;
  private final Map<String, String> environment;
  private @Nullable Settings settings;
  private @Nullable Session store;
  private final List<Imports> doors = new ArrayList<>();

  /**
   * Nothing is opened yet.
   *
   * @param workingDirectory what relative paths start from
   * @param config the settings file that was named; empty for the usual one, if it is there
   * @param database the database that was named, or its alias; empty to ask the settings
   * @param environment variables by name
   */
  public Wiring(
      Path workingDirectory,
      Optional<String> config,
      Optional<String> database,
      Map<String, String> environment) {
    this.workingDirectory = workingDirectory;
    this.config = config;
    this.database = database;
    this.environment = Map.copyOf(environment);
  }

  /** What muster.yml says. */
  public Settings settings() throws SettingsProblem {
    if (settings == null) {
      settings = readSettings();
    }
    return settings;
  }

  private Settings readSettings() throws SettingsProblem {
    Path file = workingDirectory.resolve(config.orElse(SETTINGS_FILE));
    if (Files.exists(file)) {
      return SettingsFile.read(file);
    }
    if (config.isPresent()) {
      throw new SettingsProblem("there is no settings file " + file);
    }
    return Settings.DEFAULTS;
  }

  /** The directory, to write to it. It and the settings' realms are made, unless it is open. */
  public Session store() throws SettingsProblem, UsageProblem {
    if (store == null) {
      store = open(databaseName());
      makeRealms(store, settings());
    }
    return store;
  }

  /** The directory, which has to exist; nothing in it is changed. */
  public Session storeToRead() throws SettingsProblem, UsageProblem {
    if (store == null) {
      store = open(databaseName());
    }
    return store;
  }

  private Session open(String name) throws SettingsProblem, UsageProblem {
    if (PostgresAddress.isMeant(name)) {
      return PostgresSession.open(postgresAddress(name));
    }
    return SqliteSession.open(databaseFile(name));
  }

  /** The database from outside, whatever is in it; nothing is made. */
  public DatabaseMaintenance database() throws SettingsProblem, UsageProblem {
    String name = databaseName();
    return PostgresAddress.isMeant(name)
        ? new PostgresMaintenance(postgresAddress(name))
        : new SqliteMaintenance(databaseFile(name));
  }

  /** The directory, if it is open. */
  public Optional<Session> opened() {
    return Optional.ofNullable(store);
  }

  private String databaseName() throws SettingsProblem {
    String name =
        database.isPresent()
            ? database.get()
            : settings().database().orElse(Settings.DEFAULT_DATABASE);
    return settings().databases().getOrDefault(name, name);
  }

  private PostgresAddress postgresAddress(String name) throws UsageProblem {
    return PostgresAddress.parse(name, environment)
        .orElseThrow(
            () ->
                new UsageProblem(
                    "that is no address of a PostgreSQL database: write it as"
                        + " postgresql://user:password@host:5432/name"));
  }

  private Path databaseFile(String name) throws SettingsProblem, UsageProblem {
    if (name.startsWith(SQLITE) && name.length() > SQLITE.length()) {
      Path file = workingDirectory.resolve(name.substring(SQLITE.length()));
      Optional<String> obstacle = DatabaseFile.obstacle(file);
      if (obstacle.isPresent()) {
        throw new UsageProblem(
            obstacle.get() + ": name a directory of Muster, or a new file, with --db");
      }
      return file;
    }
    String aliases =
        settings().databases().keySet().stream().sorted().collect(Collectors.joining(", "));
    throw new UsageProblem(
        "no database is called "
            + (name.contains("@") || name.contains("?") ? "that" : name)
            + ": name a file, as in --db sqlite:muster.db, or a server, as in"
            + " --db postgresql://user@host/name"
            + (aliases.isEmpty() ? "" : ", or one of the settings' databases: " + aliases));
  }

  private static void makeRealms(Session store, Settings settings) {
    List<String> missing = new ArrayList<>(settings.realms().keySet());
    if (!missing.isEmpty()) {
      missing.removeAll(store.catalogs().realmNames());
      missing.stream().sorted().forEach(store.catalogs()::createRealm);
    }
  }

  /**
   * What starts and resumes imports.
   *
   * @param stop asks a running import to stop
   * @param restAuth hears what is done about the entries of RestAuth documents
   */
  public Imports imports(StopSignal stop, RestAuthLog restAuth)
      throws SettingsProblem, UsageProblem {
    Imports imports =
        new Imports(
            store(),
            settings(),
            formats(),
            works(restAuth),
            Clock.systemUTC(),
            stop,
            Retention.FOREVER);
    doors.add(imports);
    return imports;
  }

  /** Submits imports that workers carry out. */
  public Submissions submissions() throws SettingsProblem, UsageProblem {
    return new Submissions(store(), settings(), formats(), Clock.systemUTC());
  }

  /**
   * A worker that has not begun yet.
   *
   * @param node how people call it
   * @param events hear what it does
   * @throws UsageProblem if the directory is one that no nodes can share
   */
  public Worker worker(String node, WorkEvents events) throws SettingsProblem, UsageProblem {
    Settings known = settings();
    Formats formats = formats();
    List<FormatWork> works = works(RestAuthLog.NONE);
    if (store() instanceof PostgresSession shared) {
      return new Worker(
          shared,
          node,
          (own, stop) ->
              new Imports(own, known, formats, works, Clock.systemUTC(), stop, Retention.FOREVER),
          events);
    }
    throw new UsageProblem(
        store().name()
            + " is a file of one machine, where imports need no workers:"
            + " name a PostgreSQL directory with --db");
  }

  private Formats formats() throws SettingsProblem {
    HashSchemes bcrypt = StandardSchemes.bcrypt(CostBounds.DEFAULTS);
    HashSchemes django = StandardSchemes.django(CostBounds.DEFAULTS);
    return new Formats(
        List.of(
            new AuthgearRequestFormat(bcrypt),
            new AuthgearLinesFormat(bcrypt),
            new CsvFormat(django),
            new RestAuthFormat(restAuthReading(settings().passwords()))));
  }

  private List<FormatWork> works(RestAuthLog restAuth) throws SettingsProblem {
    return List.of(new RestAuthWork(restAuthReading(settings().passwords()), restAuth));
  }

  /** Made only when a RestAuth document is read: making every scheme takes a moment. */
  private static Supplier<RestAuthReading> restAuthReading(PasswordSettings passwords) {
    return () -> {
      CostBounds bounds = CostBounds.DEFAULTS;
      return new RestAuthReading(
          new RestAuthHashes(StandardSchemes.all(bounds), StandardSchemes.django(bounds)),
          new NewPasswords(encoder(passwords), argon2(passwords)));
    };
  }

  /** Every scheme that passwords of the directory may have. */
  public HashSchemes hashSchemes() {
    return StandardSchemes.all(CostBounds.DEFAULTS);
  }

  /** What encodes passwords that come in as they are typed. */
  public PasswordEncoder passwordEncoder() throws SettingsProblem {
    return encoder(settings().passwords());
  }

  private static PasswordEncoder encoder(PasswordSettings passwords) {
    return switch (passwords.scheme()) {
      case ARGON2ID -> argon2(passwords);
      case BCRYPT -> new BcryptEncoder(passwords.bcryptCost());
    };
  }

  private static PasswordEncoder argon2(PasswordSettings passwords) {
    return new Argon2Encoder(
        passwords.argon2MemoryKib(), passwords.argon2Passes(), passwords.argon2Lanes());
  }

  @Override
  public void close() {
    for (Imports door : doors) {
      try {
        door.close();
      } catch (IOException e) {
        System.getLogger(Wiring.class.getName())
            .log(System.Logger.Level.DEBUG, "a temporary file is left behind", e);
      }
    }
    if (store != null) {
      store.close();
    }
  }
}
