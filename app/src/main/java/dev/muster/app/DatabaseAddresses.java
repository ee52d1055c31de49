package dev.muster.app;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.postgres.PostgresAddress;
import dev.muster.app.store.sqlite.DatabaseFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The address of the directory, from an option, the environment or the settings. Opens nothing. */
public final class DatabaseAddresses {

  /** The prefix of addresses of SQLite files. */
  public static final String SQLITE = "sqlite:";

  private final Path workingDirectory;
  private final Optional<String> database;
  private final Settings settings;
  private final Map<String, String> environment;

  DatabaseAddresses(
      Path workingDirectory,
      Optional<String> database,
      Settings settings,
      Map<String, String> environment) {
    this.workingDirectory = workingDirectory;
    this.database = database;
    this.settings = settings;
    this.environment = environment;
  }

  /**
   * What is wrong with the address of the directory and those of the settings' aliases, which are
   * not opened; empty if nothing is.
   */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!settings.databases().containsKey(name())) {
      problem(name()).ifPresent(problems::add);
    }
    new TreeMap<>(settings.databases())
        .forEach(
            (alias, address) ->
                problem(address)
                    .ifPresent(message -> problems.add("databases." + alias + ": " + message)));
    return problems;
  }

  private Optional<String> problem(String address) {
    try {
      check(address);
      return Optional.empty();
    } catch (UsageProblem e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private void check(String name) throws UsageProblem {
    if (PostgresAddress.isMeant(name)) {
      postgres(name);
    } else {
      file(name);
    }
  }

  /** The address of the directory, as given or, for an alias, as in the settings. */
  public String directory() {
    return settings.databases().getOrDefault(name(), name());
  }

  private String name() {
    return database.isPresent()
        ? database.get()
        : settings.database().orElse(Settings.DEFAULT_DATABASE);
  }

  /**
   * Parses the address of a PostgreSQL database.
   *
   * @throws UsageProblem if the text is not a valid address
   */
  PostgresAddress postgres(String name) throws UsageProblem {
    return PostgresAddress.parse(name, environment)
        .orElseThrow(
            () ->
                new UsageProblem(
                    "that is no address of a PostgreSQL database: write it as"
                        + " postgresql://user:password@host:5432/name"));
  }

  /**
   * Parses the address of a SQLite file.
   *
   * @throws UsageProblem if the text is not a valid address, or the file is not a SQLite directory
   */
  Path file(String name) throws UsageProblem {
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
        settings.databases().keySet().stream().sorted().collect(Collectors.joining(", "));
    throw new UsageProblem(
        "no database is called "
            + (name.contains("@") || name.contains("?") ? "that" : name)
            + ": name a file, as in --db sqlite:muster.db, or a server, as in"
            + " --db postgresql://user@host/name"
            + (aliases.isEmpty() ? "" : ", or one of the settings' databases: " + aliases));
  }

  /** Whether the directory exists; always true for PostgreSQL, which is not queried. */
  public boolean isThere() throws UsageProblem {
    String name = directory();
    return PostgresAddress.isMeant(name) || Files.exists(file(name));
  }
}
