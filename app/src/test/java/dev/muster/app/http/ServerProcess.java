package dev.muster.app.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real process that runs {@code muster serve} on a free port. */
final class ServerProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;
  private static final String LISTENING = "listening on ";

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final String address;

  private ServerProcess(Process process) throws InterruptedException {
    this.process = process;
    Thread reader = new Thread(this::read, "server-output");
    reader.setDaemon(true);
    reader.start();
    this.address = awaitAddress();
  }

  /** Starts a server in a folder, which may have a muster.yml, and waits until it listens. */
  static ServerProcess start(Path folder, String database)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Dfile.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "--db",
            database,
            "serve",
            "--port",
            "0");
    return new ServerProcess(
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start());
  }

  private void read() {
    try (BufferedReader reader = process.inputReader(UTF_8)) {
      reader.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      lines.add("the server's output broke off: " + e.getMessage());
    }
  }

  private String awaitAddress() throws InterruptedException {
    List<String> heard = new ArrayList<>();
    while (true) {
      String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(line).as("a line with '%s' after %s", LISTENING, heard).isNotNull();
      heard.add(line);
      if (line.startsWith(LISTENING)) {
        return line.substring(LISTENING.length());
      }
    }
  }

  /** Such as {@code http://127.0.0.1:40123}. */
  String address() {
    return address;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
