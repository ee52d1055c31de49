package dev.muster.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Imports small files one after the other in one process, each by a separate command, and prints
 * how long one takes: {@code SmallImports DATABASE FOLDER WARM-UPS IMPORTS RECORDS}.
 *
 * <p>The commands are called by reflection, so that this source measures older revisions, too.
 */
public final class SmallImports {

  private final Path folder;
  private final int records;
  private final Method run;
  private final Method piped;

  private SmallImports(Path folder, int records) throws ReflectiveOperationException {
    this.folder = folder;
    this.records = records;
    this.run =
        Arrays.stream(Class.forName("dev.muster.app.cli.Muster").getMethods())
            .filter(method -> method.getName().equals("run"))
            .findFirst()
            .orElseThrow();
    this.piped =
        Arrays.stream(run.getParameterTypes()[1].getMethods())
            .filter(method -> method.getName().equals("piped"))
            .findFirst()
            .orElseThrow();
  }

  /** Runs the program; see the class comment. */
  public static void main(String[] args) throws Exception {
    int warmUps = Integer.parseInt(args[2]);
    int imports = Integer.parseInt(args[3]);
    SmallImports all = new SmallImports(Path.of(args[1]), Integer.parseInt(args[4]));
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < warmUps + imports; i++) {
      Path file = input(all.folder, i, all.records);
      long begun = System.nanoTime();
      all.run(args[0], file);
      if (i >= warmUps) {
        nanos.add(System.nanoTime() - begun);
      }
    }
    System.out.println(summary(nanos));
  }

  /** Writes a file of new users. */
  static Path input(Path folder, int number, int records) throws IOException {
    Path file = folder.resolve("small" + number + ".ndjson");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      String name = "user" + number + "of" + i;
      lines.add(
          "{\"preferred_username\": \""
              + name
              + "\", \"email\": \""
              + name
              + "@example.com\", \"name\": \"User "
              + i
              + "\", \"custom_attributes\": {\"badge\": \""
              + i
              + "\"}}");
    }
    return Files.write(file, lines, UTF_8);
  }

  private void run(String database, Path file) throws ReflectiveOperationException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, UTF_8);
    List<String> arguments =
        List.of(
            "--db",
            database,
            "import",
            "--upsert",
            "--identifier",
            "preferred_username",
            "--format",
            "authgear-lines",
            file.toString());
    Object around = piped.invoke(null, InputStream.nullInputStream(), out, out, Map.of(), folder);
    try {
      Object status = run.invoke(null, arguments, around);
      if (!Integer.valueOf(0).equals(status)) {
        throw new IllegalStateException("status " + status + ": " + said.toString(UTF_8));
      }
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(said.toString(UTF_8), e);
    }
  }

  /** The median, the 95th percentile and the maximum, in milliseconds. */
  static String summary(List<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p95 %.1f ms, max %.1f ms",
        millis(sorted, 0.50),
        millis(sorted, 0.95),
        millis(sorted, 1));
  }

  private static double millis(List<Long> sorted, double part) {
    int place = (int) Math.ceil(part * sorted.size()) - 1;
    return sorted.get(Math.max(0, place)) / 1e6;
  }
}
