package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.muster.app.Main;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.store.Session;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that read a SQLite file, as an account that may write neither it nor its folder. */
class ReadOnlyAccountTest {

  /** Commands that only read. */
  static final List<String> READING =
      List.of(
          "users count",
          "users list",
          "users show ada",
          "groups list",
          "services list",
          "journal",
          "imports list",
          "db status",
          "db check");

  private static final List<String> NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  @TempDir Path folder;
  private Path data = Path.of("");
  private String address = "";

  @BeforeEach
  void makeDirectory() throws Exception {
    data = Files.createDirectory(folder.resolve("data"));
    address = "sqlite:" + data.resolve("muster.db");
    Run.file(folder, "people.csv", "username key,email", "ada,ada@example.com");
    assertThat(Run.of(folder, "import", "people.csv", "--db", address).status()).isZero();
  }

  @AfterEach
  void allowDeletion() throws IOException {
    permit("rwxr-xr-x", "rw-r--r--", data);
    for (Path each : List.of(folder.resolve("copy"))) {
      if (Files.exists(each)) {
        permit("rwxr-xr-x", "rw-r--r--", each);
      }
    }
  }

  @Test
  void whatAProcessHasOpenCanBeRead() throws Exception {
    try (Session open = TestDatabases.SQLITE.open(address)) {
      assertThat(open.reserveUserNumbers(1)).isPositive();
      permit("r-xr-xr-x", "r--r--r--", data);
      assertReads(data);
      assertThat(asReader(data, "realms create partners").status()).isEqualTo(ExitStatus.BROKEN);
    }
  }

  /** The files of a process that was killed; nobody has brought them together since. */
  @Test
  void whatAKilledProcessLeftCanBeRead() throws Exception {
    Path copy = Files.createDirectory(folder.resolve("copy"));
    try (Session open = TestDatabases.SQLITE.open(address)) {
      assertThat(open.reserveUserNumbers(1)).isPositive();
      TestDatabases.SQLITE.execute(address, "UPDATE jobs SET state = 'running'");
      for (Path file : files(data)) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    assertThat(files(copy)).contains(copy.resolve("muster.db-wal"), copy.resolve("muster.db-shm"));
    permit("r-xr-xr-x", "r--r--r--", copy);
    assertReads(copy);
    assertThat(asReader(copy, "db status").out()).containsPattern("killed +1\n");
  }

  @Test
  void whatNobodyHasOpenNeedsAFolderThatCanBeWritten() throws Exception {
    permit("r-xr-xr-x", "r--r--r--", data);
    Run run = asReader(data, "users count");
    assertThat(run.status()).isEqualTo(ExitStatus.BROKEN);
    assertThat(run.err()).contains("can't be read, because this account can't write to its folder");
    permit("rwxrwxrwx", "r--r--r--", data);
    assertReads(data);
  }

  private void assertReads(Path where) throws Exception {
    for (String command : READING) {
      Run run = asReader(where, command);
      assertThat(run.status()).as(command + ": " + run.err()).isZero();
    }
    assertThat(asReader(where, "users count").out()).isEqualTo("1\n");
  }

  private static void permit(String ofFolder, String ofFiles, Path where) throws IOException {
    Files.setPosixFilePermissions(where.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(where, PosixFilePermissions.fromString(ofFolder));
    for (Path file : files(where)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(ofFiles));
    }
  }

  private static List<Path> files(Path where) throws IOException {
    try (Stream<Path> files = Files.list(where)) {
      return files.toList();
    }
  }

  /** Runs a command in a process that permissions of files hold for, which root's do not. */
  private Run asReader(Path where, String command) throws Exception {
    boolean root = "root".equals(System.getProperty("user.name"));
    assumeThat(!root || anotherUserCanReadTheProgram())
        .as("root can start Muster as another user")
        .isTrue();
    List<String> words = muster(root, command.split(" "));
    words.addAll(List.of("--db", "sqlite:" + where.resolve("muster.db")));
    return run(words);
  }

  private boolean anotherUserCanReadTheProgram() throws Exception {
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      List<String> readable = new ArrayList<>(NOBODY);
      readable.addAll(List.of("test", "-r", part));
      if (run(readable).status() != 0) {
        return false;
      }
    }
    return true;
  }

  private static List<String> muster(boolean asNobody, String... words) {
    List<String> all = new ArrayList<>(asNobody ? NOBODY : List.of());
    all.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    all.addAll(List.of(words));
    return all;
  }

  private Run run(List<String> command) throws Exception {
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    try {
      int status =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start()
              .waitFor();
      return new Run(status, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    } catch (IOException e) {
      return new Run(ExitStatus.BROKEN, "", String.valueOf(e.getMessage())); // there is no setpriv
    }
  }
}
