package dev.muster.app.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** What a store's connections go through, to break where a test wants them to. */
public final class FaultyProxy implements AutoCloseable {

  /** Who sent what passes. */
  public enum Sender {
    CLIENT,
    SERVER
  }

  private final ServerSocket listening;
  private final int serverPort;
  private final BiFunction<Sender, String, Optional<String>> carrying;

  private FaultyProxy(int serverPort, BiFunction<Sender, String, Optional<String>> carrying) {
    this.serverPort = serverPort;
    this.carrying = carrying;
    try {
      this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  /**
   * A wire to a server on this machine that breaks.
   *
   * @param when asked about each portion, its bytes as ISO-8859-1; what it says yes to is lost, and
   *     the connection with it
   */
  public static FaultyProxy breaking(int serverPort, BiPredicate<Sender, String> when) {
    return new FaultyProxy(
        serverPort,
        (sender, portion) -> when.test(sender, portion) ? Optional.empty() : Optional.of(portion));
  }

  /**
   * A wire to a server on this machine that falsifies what the server says.
   *
   * @param change what arrives for each portion, its bytes as ISO-8859-1
   */
  public static FaultyProxy falsifying(int serverPort, UnaryOperator<String> change) {
    return new FaultyProxy(
        serverPort,
        (sender, portion) ->
            Optional.of(sender == Sender.SERVER ? change.apply(portion) : portion));
  }

  /** The server's address, by this wire. */
  public String by(String address) {
    return address.replace(":" + serverPort + "/", ":" + listening.getLocalPort() + "/");
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        connect(client);
      } catch (IOException e) {
        // closed
      }
    }
  }

  private void connect(Socket client) throws IOException {
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
      daemon(() -> carry(Sender.CLIENT, client, server));
      daemon(() -> carry(Sender.SERVER, server, client));
    } catch (IOException e) {
      client.close(); // nobody is there
    }
  }

  private void carry(Sender sender, Socket from, Socket to) {
    byte[] portion = new byte[1 << 13];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int size = in.read(portion); size >= 0; size = in.read(portion)) {
        Optional<String> arriving =
            carrying.apply(sender, new String(portion, 0, size, ISO_8859_1));
        if (arriving.isEmpty()) {
          return;
        }
        out.write(arriving.get().getBytes(ISO_8859_1));
      }
    } catch (IOException e) {
      // the other side is gone
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "brittle-wire");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
