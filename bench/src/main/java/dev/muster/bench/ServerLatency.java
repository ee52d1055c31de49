package dev.muster.bench;

import java.io.IOException;
import java.util.Locale;

/**
 * Imports new users through a server, one request after the other. For each it prints the
 * milliseconds until its completion was observed, and those until it was accepted: {@code
 * ServerLatency URL TOKEN WARM-UPS IMPORTS RECORDS}.
 */
public final class ServerLatency {

  private static final long POLL_MILLIS = 10;
  private static final long LONGEST_NANOS = 60_000_000_000L;

  private ServerLatency() {}

  /** Runs the program; see the class comment. */
  public static void main(String[] args) throws IOException, InterruptedException {
    ServerClient client = new ServerClient(args[0], args[1]);
    int warmUps = Integer.parseInt(args[2]);
    int imports = Integer.parseInt(args[3]);
    int records = Integer.parseInt(args[4]);
    for (int i = 0; i < warmUps + imports; i++) {
      String request = ServerClient.request((long) i * records, records);
      long begun = System.nanoTime();
      String id = client.start(request);
      long accepted = System.nanoTime() - begun;
      await(client, id, records, begun);
      long completed = System.nanoTime() - begun;
      if (i >= warmUps) {
        System.out.printf(Locale.ROOT, "%.2f %.2f%n", completed / 1e6, accepted / 1e6);
      }
    }
  }

  private static void await(ServerClient client, String id, int records, long begun)
      throws IOException, InterruptedException {
    while (true) {
      int inserted = client.inserted(id);
      if (inserted == records) {
        return;
      }
      if (inserted >= 0 || System.nanoTime() - begun > LONGEST_NANOS) {
        throw new IllegalStateException(id + " inserted " + inserted);
      }
      Thread.sleep(POLL_MILLIS);
    }
  }
}
