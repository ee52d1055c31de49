package dev.muster.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.Application;
import dev.muster.app.hash.PasswordEncoder;
import dev.muster.app.store.WaitListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures the cost of hashing passwords, and creates inputs with plain-text passwords. {@code
 * HashCost FOLDER USERS SECONDS} writes {@code first.json} and {@code second.json}, RestAuth
 * documents of {@code USERS} users each. Then it prints how many passwords per second are hashed by
 * one thread and by one thread per core, with the default settings.
 */
public final class HashCost {

  private HashCost() {}

  /** Runs the program; see the class comment. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int users = Integer.parseInt(args[1]);
    int seconds = Integer.parseInt(args[2]);
    document(folder.resolve("first.json"), 0, users);
    document(folder.resolve("second.json"), users, users);
    Application application =
        new Application(folder, Optional.empty(), Optional.empty(), Map.of(), WaitListener.SILENT);
    try (application) {
      PasswordEncoder encoder = application.passwordEncoder();
      int cores = Runtime.getRuntime().availableProcessors();
      rate(encoder, cores, seconds); // warm-up
      System.out.printf(
          Locale.ROOT, "%.1f %.1f%n", rate(encoder, 1, seconds), rate(encoder, cores, seconds));
    }
  }

  private static void document(Path file, int first, int users) throws IOException {
    StringBuilder out = new StringBuilder("{\"users\":{");
    for (int i = first; i < first + users; i++) {
      out.append(i == first ? "" : ",")
          .append(
              String.format(Locale.ROOT, "\"user%d\":{\"password\":\"Correct horse %d\"}", i, i));
    }
    Files.writeString(file, out.append("}}"));
  }

  /** Passwords per second, over all threads. */
  private static double rate(PasswordEncoder encoder, int threads, int seconds)
      throws InterruptedException {
    byte[] password = "Correct horse battery staple".getBytes(UTF_8);
    AtomicLong encoded = new AtomicLong();
    AtomicBoolean over = new AtomicBoolean();
    List<Thread> all = new ArrayList<>();
    long begun = System.nanoTime();
    for (int i = 0; i < threads; i++) {
      Thread thread =
          new Thread(
              () -> {
                while (!over.get()) {
                  encoder.encode(password);
                  encoded.incrementAndGet();
                }
              });
      thread.start();
      all.add(thread);
    }
    Thread.sleep(seconds * 1000L);
    over.set(true);
    for (Thread thread : all) {
      thread.join();
    }
    return encoded.get() / ((System.nanoTime() - begun) / 1e9);
  }
}
