package dev.muster.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * {@code muster serve} of the packaged program on a free port, with a new SQLite directory. The
 * system property {@code muster.distribution} names the folder of the program.
 */
public final class PackagedServer implements AutoCloseable {

  private static final String READY = "listening on ";
  private static final String END = "\n(the process has ended)";
  private static final long PATIENCE_SECONDS = 60;

  private final Path folder;
  private final Process process;
  private final String address;

  private PackagedServer(Path folder, Process process, String address) {
    this.folder = folder;
    this.process = process;
    this.address = address;
  }

  /**
   * Starts a server and waits until it is ready.
   *
   * @param folder an empty folder for its files
   * @param settings the text of its muster.yml
   */
  public static PackagedServer start(Path folder, String settings)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("muster.yml"), settings);
    Process process =
        muster(folder, "serve", "--port", "0").redirectOutput(discarded(folder)).start();
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(process.getErrorStream(), lines), "server-output");
    reader.setDaemon(true);
    reader.start();
    return new PackagedServer(folder, process, address(lines));
  }

  private static ProcessBuilder muster(Path folder, String... words) {
    Path program = Path.of(System.getProperty("muster.distribution"), "bin", "muster");
    List<String> command =
        new ArrayList<>(List.of(program.toAbsolutePath().toString(), "--db", "sqlite:a.db"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("MUSTER_CDS", "off");
    builder.environment().put("MUSTER_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
    return builder;
  }

  private static ProcessBuilder.Redirect discarded(Path folder) {
    return ProcessBuilder.Redirect.to(folder.resolve("output.txt").toFile());
  }

  private static void read(InputStream from, BlockingQueue<String> lines) {
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(from, UTF_8))) {
      reader.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      lines.add(String.valueOf(e.getMessage()));
    }
    lines.add(END);
  }

  private static String address(BlockingQueue<String> lines) throws InterruptedException {
    StringBuilder said = new StringBuilder();
    String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    while (line != null && !line.equals(END) && !line.startsWith(READY)) {
      said.append(line).append('\n');
      line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    if (line == null || line.equals(END)) {
      throw new IllegalStateException("the server does not start: " + said);
    }
    return line.substring(READY.length());
  }

  /** Its address, such as {@code http://127.0.0.1:8420}. */
  public String address() {
    return address;
  }

  /**
   * A bearer token.
   *
   * @param options of {@code muster token create}
   */
  public String token(String... options) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("token", "create"));
    words.addAll(List.of(options));
    Process made = muster(folder, words.toArray(String[]::new)).redirectErrorStream(true).start();
    String said = new String(made.getInputStream().readAllBytes(), UTF_8).strip();
    if (made.waitFor() != 0) {
      throw new IllegalStateException("no token: " + said);
    }
    return said;
  }

  /** Stops the server at once. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      boolean ignored = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
