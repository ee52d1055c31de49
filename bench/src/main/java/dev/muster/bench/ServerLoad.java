package dev.muster.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Many clients that post requests to a server at the same time, each one after the other: {@code
 * ServerLoad URL TOKEN CLIENTS SECONDS RECORDS}. Afterwards it waits until every import is
 * completed, and checks that each has inserted all its users.
 *
 * <p>It prints the number of requests, of errors, the seconds of posting, the seconds until all
 * were completed, and the 50th, 95th and 99th percentile and the most of the milliseconds until a
 * request was answered.
 */
public final class ServerLoad {

  private static final long POLL_MILLIS = 50;
  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(30);

  private final ServerClient client;
  private final int records;
  private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
  private final Queue<String> errors = new ConcurrentLinkedQueue<>();
  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

  private ServerLoad(ServerClient client, int records) {
    this.client = client;
    this.records = records;
  }

  /** Runs the program; see the class comment. */
  public static void main(String[] args) throws Exception {
    ServerLoad load = new ServerLoad(new ServerClient(args[0], args[1]), Integer.parseInt(args[4]));
    load.run(Integer.parseInt(args[2]), TimeUnit.SECONDS.toNanos(Long.parseLong(args[3])));
  }

  private void run(int clients, long length) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    long begun = System.nanoTime();
    List<Future<?>> posting = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      long firstUser = i * 1_000_000L;
      posting.add(threads.submit(() -> post(firstUser, begun + length)));
    }
    for (Future<?> each : posting) {
      each.get();
    }
    threads.shutdown();
    double posted = (System.nanoTime() - begun) / 1e9;
    await(begun);
    print(posted, (System.nanoTime() - begun) / 1e9);
  }

  private void post(long firstUser, long end) {
    for (long next = firstUser; System.nanoTime() < end; next += records) {
      String request = ServerClient.request(next, records);
      long begun = System.nanoTime();
      try {
        accepted.add(client.start(request));
        nanos.add(System.nanoTime() - begun);
      } catch (IOException e) {
        errors.add(e.toString());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void await(long begun) throws IOException, InterruptedException {
    for (String id : accepted) {
      int inserted = client.inserted(id);
      while (inserted < 0) {
        if (System.nanoTime() - begun > LONGEST_NANOS) {
          throw new IllegalStateException(id + " is not completed");
        }
        Thread.sleep(POLL_MILLIS);
        inserted = client.inserted(id);
      }
      if (inserted != records) {
        errors.add(id + " inserted " + inserted);
      }
    }
  }

  private void print(double posted, double completed) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%d %d %.1f %.1f %.0f %.0f %.0f %.0f%n",
        accepted.size(),
        errors.size(),
        posted,
        completed,
        percentile(sorted, 50),
        percentile(sorted, 95),
        percentile(sorted, 99),
        percentile(sorted, 100));
    errors.stream().limit(5).forEach(System.out::println);
  }

  private static double percentile(long[] sorted, int percent) {
    int place = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
    return sorted.length == 0 ? 0 : sorted[Math.max(0, place)] / 1e6;
  }
}
