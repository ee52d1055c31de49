package dev.muster.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.cli.Run;
import dev.muster.app.http.LiveServer;
import dev.muster.app.store.PostgresServer;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Java processes that run the classes of the tests. They start quickly: their classes come from a
 * class-data archive, which the first of them makes, and they compile little.
 */
public final class ChildJvm {

  private static final List<String> FLAGS =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-Dfile.encoding=UTF-8");

  private ChildJvm() {}

  /** The command that runs the main method of a class. */
  public static List<String> command(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>(Archive.COMMAND);
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  private static List<String> java(List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(options);
    return command;
  }

  /** Loads the classes that the archive holds; exits with 0. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Run.file(folder, "people.csv", "email", "ann@example.com");
    for (String database : List.of("sqlite:" + folder.resolve("muster.db"), args[1])) {
      Run.of(folder, "--db", database, "import", "people.csv", "--json");
      try (LiveServer server = LiveServer.start(folder, database).work()) {
        server.post("{\"identifier\":\"email\",\"records\":[{\"email\":\"bob@example.com\"}]}");
      }
    }
    System.exit(0);
  }

  /** Made when the first process is to start. */
  private static final class Archive {

    static final List<String> COMMAND = make();

    private static List<String> make() {
      try {
        Path folder = Files.createTempDirectory("muster-child-jvm");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        String classPath = jars(folder);
        Path archive = folder.resolve("classes.jsa");
        List<String> training =
            java(List.of("-XX:ArchiveClassesAtExit=" + archive, "-cp", classPath));
        training.add(ChildJvm.class.getName());
        training.add(Files.createDirectory(folder.resolve("training")).toString());
        training.add(PostgresServer.emptyDirectory());
        Path said = folder.resolve("said");
        int status =
            new ProcessBuilder(training)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        if (status != 0 || !Files.exists(archive)) {
          throw new IllegalStateException(Files.readString(said));
        }
        return java(List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-cp", classPath));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    /** The class path with a jar for each folder, because archives hold no classes of folders. */
    private static String jars(Path folder) throws IOException {
      List<String> jars = new ArrayList<>();
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        Path path = Path.of(entry);
        jars.add(
            Files.isDirectory(path)
                ? jar(path, folder.resolve(jars.size() + ".jar")).toString()
                : entry);
      }
      return String.join(File.pathSeparator, jars);
    }

    private static Path jar(Path classes, Path jar) throws IOException {
      try (OutputStream file = Files.newOutputStream(jar);
          ZipOutputStream zip = new ZipOutputStream(file, UTF_8);
          Stream<Path> all = Files.walk(classes)) {
        zip.setLevel(1);
        for (Path each : (Iterable<Path>) all.sorted()::iterator) {
          String name = classes.relativize(each).toString().replace(File.separatorChar, '/');
          boolean isFolder = Files.isDirectory(each);
          if (!name.isEmpty()) {
            zip.putNextEntry(new ZipEntry(isFolder ? name + "/" : name));
            if (!isFolder) {
              Files.copy(each, zip);
            }
          }
        }
      }
      return jar;
    }

    private static void delete(Path folder) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException e) {
        System.err.println(folder + " is left behind: " + e.getMessage());
      }
    }
  }
}
