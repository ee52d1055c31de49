package dev.muster.app.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server of the tests' own, which they may kill. It ends with this process at the
 * latest, at once: nobody wants to keep what it has.
 */
public final class PostgresProcess implements AutoCloseable {

  private final Path data;
  private final int port;
  private final AtomicInteger databases = new AtomicInteger();
  private final Thread atExit = new Thread(this::end);

  private PostgresProcess(Path data, int port) {
    this.data = data;
    this.port = port;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Starts a server on a free port. It commits without waiting for the disk, or even for the
   * operating system unless the settings have {@code synchronous_commit} on: being killed then
   * costs it what it has committed last.
   *
   * @param settings by their names in postgresql.conf
   */
  public static PostgresProcess start(Map<String, String> settings) {
    try {
      Path data = Files.createTempDirectory("muster-postgresql");
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setServerConfig("fsync", "off")
              .setServerConfig("synchronous_commit", "off")
              .setServerConfig("max_connections", "200");
      settings.forEach(builder::setServerConfig);
      return new PostgresProcess(data, builder.start().getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  /** The address of the database that every server has. */
  public String address() {
    return address("postgres");
  }

  /** The address of a new database without any tables. */
  public String emptyDatabase() {
    String name = "muster_" + databases.incrementAndGet();
    try (Connection connection = DirectoryInvariants.connection(address());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
      return address(name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String address(String database) {
    return "postgresql://postgres:postgres@localhost:" + port + "/" + database;
  }

  /** Kills the server and all its children, as a power failure does; files stay as they are. */
  public void kill() {
    try {
      String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
      ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
      List<ProcessHandle> all = new ArrayList<>(List.of(postmaster)); // it makes new children
      postmaster.descendants().forEach(all::add);
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(process -> process.onExit().join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a server that was killed; returns when it has recovered. */
  public void restart() {
    control("restart", "-w", "-l", data.resolve("log").toString());
  }

  private void control(String... arguments) {
    try {
      String command = Files.readString(data.resolve("postmaster.opts"));
      Path programs = Path.of(command.substring(0, command.indexOf(' '))).resolveSibling("pg_ctl");
      List<String> words = new ArrayList<>();
      if (LinuxUtils.isUnshareAvailable()) {
        words.addAll(List.of("unshare", "-U")); // the server refuses to run as root
      }
      words.addAll(List.of(programs.toString(), "-D", data.toString()));
      words.addAll(List.of(arguments));
      int status =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (status != 0) {
        throw new IllegalStateException(String.join(" ", words) + " ended with " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Stops the server. Its hundreds of databases are deleted by a process that nobody waits for. */
  private void end() {
    control("stop", "-w", "-m", "immediate");
    try {
      new ProcessBuilder("rm", "-rf", data.toString()).start();
    } catch (IOException e) {
      System.err.println(data + " is left behind: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atExit);
    end();
  }
}
