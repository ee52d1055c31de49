package dev.muster.app;

import dev.muster.app.format.Formats;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.hash.PasswordEncoder;
import dev.muster.app.hash.SharedSchemes;
import dev.muster.app.hash.StandardSchemes;
import dev.muster.app.hash.TableHashes;
import dev.muster.app.hash.recipe.Peppers;
import dev.muster.app.http.api.PasswordCheck;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.job.Retention;
import dev.muster.app.job.restauth.RestAuthLog;
import dev.muster.app.job.run.FormatWork;
import dev.muster.app.job.run.Imports;
import dev.muster.app.job.run.StopSignal;
import dev.muster.app.job.run.Submissions;
import dev.muster.app.journal.Actor;
import dev.muster.app.settings.Settings;
import dev.muster.app.settings.SettingsFile;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.Database;
import dev.muster.app.store.DatabaseMaintenance;
import dev.muster.app.store.DirectoryChanges;
import dev.muster.app.store.Session;
import dev.muster.app.store.WaitListener;
import dev.muster.app.store.postgres.PostgresAddress;
import dev.muster.app.store.postgres.PostgresDatabase;
import dev.muster.app.store.postgres.PostgresMaintenance;
import dev.muster.app.store.sqlite.SqliteDatabase;
import dev.muster.app.store.sqlite.SqliteMaintenance;
import dev.muster.app.worker.WorkEvents;
import dev.muster.app.worker.Worker;
import dev.muster.password.CostBounds;
import dev.muster.password.HashSchemes;
import dev.muster.problem.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The composition root of a process: the only place, with the classes beside it, that creates
 * stores, formats and hash schemes. They are created on first use, because most commands need few
 * of them. Settings, formats and hash schemes may be shared by threads; a {@link Session} is for
 * one thread and belongs to the caller.
 */
public final class Application implements AutoCloseable {

  private static final String SETTINGS_FILE = "muster.yml";

  private final Path workingDirectory;
  private final Optional<String> config;
  private final Optional<String> database;
  private final Map<String, String> environment;
  private final WaitListener waiting;
  private @Nullable Settings settings;
  private @Nullable Database opened;
  private @Nullable ConfiguredFormats formats;

  /**
   * Opens nothing yet.
   *
   * @param workingDirectory the folder against which relative paths are resolved
   * @param config the settings file; empty for muster.yml in the working directory, if it exists
   * @param database the address of the database or its alias; empty to use that of the settings
   * @param environment environment variables by name
   * @param waiting receives messages about calls that wait for another session's lock
   */
  public Application(
      Path workingDirectory,
      Optional<String> config,
      Optional<String> database,
      Map<String, String> environment,
      WaitListener waiting) {
    this.waiting = waiting;
    this.workingDirectory = workingDirectory;
    this.config = config;
    this.database = database;
    this.environment = Map.copyOf(environment);
  }

  /** The settings of this process. */
  public synchronized Settings settings() throws SettingsProblem {
    if (settings == null) {
      settings = readSettings();
    }
    return settings;
  }

  private Settings readSettings() throws SettingsProblem {
    Path file = workingDirectory.resolve(config.orElse(SETTINGS_FILE));
    if (Files.exists(file)) {
      Settings read = SettingsFile.read(file);
      return config.isPresent() ? read.withOrigin(read.origin().asNamed()) : read;
    }
    if (config.isPresent()) {
      throw new SettingsProblem("there is no settings file " + file);
    }
    return Settings.DEFAULTS;
  }

  /** Opens a session for writing. Creates the directory if there is none. */
  public Session open() throws SettingsProblem, UsageProblem {
    Session session = database().open();
    makeRealms(session, settings());
    return session;
  }

  /** Opens a session of an existing directory. Doesn't add the realms of the settings. */
  public Session openExisting() throws SettingsProblem, UsageProblem {
    return database().open();
  }

  /** Opens a read-only session of an existing directory, whose tables are of this version. */
  public synchronized Session openToRead() throws SettingsProblem, UsageProblem {
    String address = addresses().directory();
    if (opened == null && !PostgresAddress.isMeant(address)) {
      opened = SqliteDatabase.openExisting(addresses().file(address), waiting);
    }
    return database().openReading();
  }

  /** The database, opened once. Creates its tables if there are none. */
  public synchronized Database database() throws SettingsProblem, UsageProblem {
    if (opened == null) {
      String address = addresses().directory();
      opened =
          PostgresAddress.isMeant(address)
              ? PostgresDatabase.open(addresses().postgres(address), waiting)
              : SqliteDatabase.open(addresses().file(address), waiting);
    }
    return opened;
  }

  /** Maintenance of the database, whatever its contents. Creates nothing. */
  public DatabaseMaintenance maintenance() throws SettingsProblem, UsageProblem {
    String address = addresses().directory();
    return PostgresAddress.isMeant(address)
        ? new PostgresMaintenance(addresses().postgres(address))
        : new SqliteMaintenance(addresses().file(address));
  }

  /** The addresses of the directory and of the other databases in the settings. */
  public DatabaseAddresses addresses() throws SettingsProblem {
    return new DatabaseAddresses(workingDirectory, database, settings(), environment);
  }

  private static void makeRealms(Session store, Settings settings) {
    List<String> missing = new ArrayList<>(settings.realms().keySet());
    if (!missing.isEmpty()) {
      missing.removeAll(store.catalogs().realmNames());
      DirectoryChanges changes = new DirectoryChanges(store, Actor.SYSTEM, Clock.systemUTC());
      missing.stream().sorted().forEach(changes::createRealm);
    }
  }

  /**
   * The imports of a session, to be closed by the caller.
   *
   * @param stop stops a running import when raised
   * @param restAuth receives the messages about entries of RestAuth documents
   */
  public Imports imports(Session store, StopSignal stop, RestAuthLog restAuth)
      throws SettingsProblem {
    return new Imports(
        store, settings(), formats(), works(restAuth), Clock.systemUTC(), stop, retention());
  }

  /** Submits imports that workers carry out. */
  public Submissions submissions(Session store) throws SettingsProblem {
    return new Submissions(store, settings(), formats(), Clock.systemUTC(), retention());
  }

  /**
   * A worker that has not begun yet.
   *
   * @param node its name
   * @param events hear what it does
   */
  public Worker worker(String node, WorkEvents events) throws SettingsProblem, UsageProblem {
    Settings known = settings();
    Formats formats = formats();
    List<FormatWork> works = works(RestAuthLog.NONE);
    Retention kept = retention();
    return new Worker(
        database(),
        node,
        (own, stop) -> new Imports(own, known, formats, works, Clock.systemUTC(), stop, kept),
        events);
  }

  /** Makes the server of this process, and tokens for it. */
  public ServerAssembly serverAssembly() throws SettingsProblem, UsageProblem {
    Settings known = settings();
    Formats formats = formats();
    List<FormatWork> works = works(RestAuthLog.NONE);
    Retention kept = retention();
    Clock clock = Clock.systemUTC();
    HashSchemes all = hashSchemes();
    return new ServerAssembly(
        database(),
        known,
        formats,
        workingDirectory,
        session -> new Submissions(session, known, formats, clock, kept),
        session -> new Imports(session, known, formats, works, clock, new StopSignal(), kept),
        new PasswordCheck(
            all,
            () -> PasswordEncoders.preferred(known.passwords()).encode(new byte[0]),
            PasswordEncoders.rehashing(known.passwords(), all)),
        PasswordEncoders.preferred(known.passwords()),
        kept);
  }

  /**
   * How long imports are kept. If it is not set: those of Authgear's and Auth0's APIs for a day,
   * others for ever.
   */
  public Retention retention() throws SettingsProblem {
    Map<JobOrigin, Duration> times = new EnumMap<>(JobOrigin.class);
    times.put(JobOrigin.AUTHGEAR, Duration.ofDays(1));
    times.put(JobOrigin.AUTH0, Duration.ofDays(1));
    settings()
        .retention()
        .jobs()
        .ifPresent(time -> List.of(JobOrigin.values()).forEach(origin -> times.put(origin, time)));
    return new Retention(times);
  }

  /** The formats of inputs. */
  public Formats formats() throws SettingsProblem {
    return configuredFormats().formats();
  }

  private List<FormatWork> works(RestAuthLog restAuth) throws SettingsProblem {
    return configuredFormats().works(restAuth);
  }

  private synchronized ConfiguredFormats configuredFormats() throws SettingsProblem {
    if (formats == null) {
      formats = new ConfiguredFormats(settings().passwords(), peppers());
    }
    return formats;
  }

  /** Every scheme for passwords. */
  public HashSchemes hashSchemes() throws SettingsProblem {
    return StandardSchemes.all(CostBounds.DEFAULTS, peppers());
  }

  /** The secrets that recipes of hashes may name. Reads those that are in files. */
  public Peppers peppers() throws SettingsProblem {
    return ConfiguredPeppers.of(settings().passwords().peppers(), workingDirectory);
  }

  /**
   * What is wrong with the constants about password hashes in the mappings of the settings, a
   * message each.
   */
  public List<String> mappingProblems() throws SettingsProblem {
    SharedSchemes schemes = new SharedSchemes(StandardSchemes.limits(), Peppers.UNKNOWN);
    return ConfiguredMappings.problems(
        settings().mappings(), new TableHashes(schemes, Nearest::to));
  }

  /** The recipes in the mappings of the settings whose pepper is missing, a message each. */
  public List<String> mappingsWithoutPepper() throws SettingsProblem {
    SharedSchemes schemes = new SharedSchemes(StandardSchemes.limits(), peppers());
    return ConfiguredMappings.missingPeppers(settings().mappings(), new TableHashes(schemes));
  }

  /** The encoder of plain-text passwords, by the settings. */
  public PasswordEncoder passwordEncoder() throws SettingsProblem {
    return PasswordEncoders.preferred(settings().passwords());
  }

  /** Closes the directory, after its sessions. */
  @Override
  public synchronized void close() {
    if (opened != null) {
      opened.close();
    }
  }
}
