package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.ChildJvm;
import dev.muster.app.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real process that runs a command until it is stopped, and what it says. */
public final class MusterProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> heard = new ArrayList<>();
  private String address = "";

  private MusterProcess(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "muster-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts a worker and waits until it is ready. */
  static MusterProcess worker(Path folder, String database, String node, String... options)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("--db", database, "worker", "--node", node));
    words.addAll(List.of(options));
    MusterProcess worker = start(folder, words);
    worker.await("worker " + node + " waits for imports of ");
    return worker;
  }

  /** Starts a server on a free port and waits until it is ready. */
  public static MusterProcess server(Path folder, String database, String... options)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("--db", database, "serve", "--port", "0"));
    words.addAll(List.of(options));
    MusterProcess server = start(folder, words);
    server.address = server.await("listening on ").substring("listening on ".length());
    return server;
  }

  private static MusterProcess start(Path folder, List<String> words) throws IOException {
    List<String> command = ChildJvm.command(Main.class, words.toArray(String[]::new));
    return new MusterProcess(
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start());
  }

  /** A server's address. */
  public String address() {
    return address;
  }

  private void read() {
    try (BufferedReader reader = process.inputReader(UTF_8)) {
      reader.lines().forEach(lines::add);
    } catch (IOException | java.io.UncheckedIOException e) {
      lines.add("the process's output broke off: " + e.getMessage());
    }
  }

  /** Waits for a line that holds some text. */
  String await(String text) throws InterruptedException {
    while (true) {
      String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(line).as("a line with '%s' after %s", text, heard).isNotNull();
      heard.add(line);
      if (line.contains(text)) {
        return line;
      }
    }
  }

  /** Everything that it has said so far. */
  public List<String> said() {
    lines.drainTo(heard);
    return heard;
  }

  /** {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** SIGTERM. */
  void terminate() {
    process.toHandle().destroy(); // which leaves its output open
  }

  /** Waits for its end; the exit status. */
  int status() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
