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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that has a mail, but confirms it only when it is told to. */
final class SlowSmtpServer implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final CountDownLatch received = new CountDownLatch(1);
  private final CountDownLatch confirming = new CountDownLatch(1);
  private final AtomicInteger mails = new AtomicInteger();

  SlowSmtpServer() throws IOException {
    Thread thread = new Thread(this::serve, "slow-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Waits until a mail is here as a whole. */
  void awaitMail() throws InterruptedException {
    received.await();
  }

  /** Confirms the mail, and each later one at once. */
  void confirm() {
    confirming.countDown();
  }

  /** How many mails have come. */
  int mails() {
    return mails.get();
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
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void converse(Socket client) throws IOException, InterruptedException {
    BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
    OutputStream out = client.getOutputStream();
    say(out, "220 slow");
    boolean isData = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (isData && line.equals(".")) {
        isData = false;
        mails.incrementAndGet();
        received.countDown();
        confirming.await();
        say(out, "250 taken");
      } else if (line.equals("DATA")) {
        isData = true;
        say(out, "354 go on");
      } else if (!isData) {
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
