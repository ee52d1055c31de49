package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.session.Interrupts;
import dev.muster.app.cli.session.ProcessEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * A command that runs until it is stopped, on a thread of this process, and what it says. For tests
 * that kill nothing: it starts at once.
 */
final class MusterThread implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> heard = new ArrayList<>();
  private final Signal signal = new Signal();
  private final CompletableFuture<Integer> status = new CompletableFuture<>();

  private String address = "";

  private MusterThread(Path folder, List<String> words) {
    Thread thread = new Thread(() -> run(folder, words), "muster");
    thread.setDaemon(true);
    thread.start();
  }

  /** Starts a worker and waits until it is ready. */
  static MusterThread worker(Path folder, String database, String node, String... options)
      throws InterruptedException {
    List<String> words = new ArrayList<>(List.of("--db", database, "worker", "--node", node));
    words.addAll(List.of(options));
    MusterThread worker = new MusterThread(folder, words);
    worker.awaitStart("worker " + node + " waits for imports of ");
    return worker;
  }

  /** Starts a server on a free port and waits until it is ready. */
  static MusterThread server(Path folder, String database, String... options)
      throws InterruptedException {
    List<String> words = new ArrayList<>(List.of("--db", database, "serve", "--port", "0"));
    words.addAll(List.of(options));
    MusterThread server = new MusterThread(folder, words);
    server.address = server.awaitStart("listening on ").substring("listening on ".length());
    return server;
  }

  /** A server's address. */
  String address() {
    return address;
  }

  private void run(Path folder, List<String> words) {
    PrintStream said = new PrintStream(new Lines(), true, UTF_8);
    ProcessEnvironment around =
        new ProcessEnvironment(
            new ByteArrayInputStream(new byte[0]),
            said,
            said,
            Map.of(),
            folder,
            false,
            false,
            false,
            signal);
    try {
      status.complete(Muster.run(words, around));
    } catch (RuntimeException | Error e) {
      status.completeExceptionally(e);
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

  /** Waits for the line that tells the start. What comes before it can still be waited for. */
  private String awaitStart(String text) throws InterruptedException {
    String line = await(text);
    List<String> before = heard.subList(0, heard.size() - 1);
    List<String> later = new ArrayList<>();
    lines.drainTo(later);
    lines.addAll(before);
    lines.addAll(later);
    before.clear();
    return line;
  }

  /** Everything that it has said so far. */
  List<String> said() {
    lines.drainTo(heard);
    return heard;
  }

  /** What SIGTERM does; whether it was running. */
  boolean terminate() {
    return signal.raise();
  }

  /** Waits for its end; the exit status. */
  int status() throws Exception {
    return status.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    terminate();
    try {
      status.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Cuts what is written into lines. */
  private final class Lines extends ByteArrayOutputStream {

    @Override
    public synchronized void write(int one) {
      if (one == '\n') {
        lines.add(toString(UTF_8));
        reset();
      } else {
        super.write(one);
      }
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      for (int i = from; i < from + length; i++) {
        write(bytes[i]);
      }
    }
  }

  /** Calls whoever listens for signals. */
  private static final class Signal implements Interrupts {

    private final List<BooleanSupplier> listeners = new ArrayList<>();

    @Override
    public synchronized Listening listen(BooleanSupplier ask) {
      listeners.add(ask);
      return () -> forget(ask);
    }

    private synchronized void forget(BooleanSupplier ask) {
      listeners.remove(ask);
    }

    synchronized boolean raise() {
      boolean stops = false;
      for (BooleanSupplier listener : listeners) {
        stops |= listener.getAsBoolean();
      }
      return stops;
    }
  }
}
