package dev.muster.app.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** An SMTP server that refuses all addresses. */
final class RefusingSmtpServer implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  private final String refusal;

  /** A server that knows none of the addresses. */
  RefusingSmtpServer() throws IOException {
    this("550 there is nobody of that name");
  }

  /**
   * A server that refuses all addresses.
   *
   * @param refusal the reply to each
   */
  RefusingSmtpServer(String refusal) throws IOException {
    this.refusal = refusal;
    Thread thread = new Thread(this::serve, "refusing-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    try {
      while (true) {
        try (Socket client = socket.accept()) {
          converse(client);
        }
      }
    } catch (IOException e) {
      return; // it is closed
    }
  }

  private void converse(Socket client) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
    OutputStream out = client.getOutputStream();
    say(out, "220 refusing");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("RCPT")) {
        say(out, refusal);
      } else {
        say(out, line.equals("QUIT") ? "221 bye" : "250 ok");
      }
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
