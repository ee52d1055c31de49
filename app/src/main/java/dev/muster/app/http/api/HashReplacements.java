package dev.muster.app.http.api;

import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.journal.Actor;
import dev.muster.app.store.DirectoryChanges;
import dev.muster.app.store.Session;
import dev.muster.password.HashReplacement;
import dev.muster.user.User;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Stores better hashes of passwords on a thread of its own, so that no request waits for the
 * database or fails because of it. A hash that can't be stored is logged and forgotten; the user's
 * next verification makes another one. Thread-safe.
 */
final class HashReplacements {

  private static final System.Logger LOG = System.getLogger(HashReplacements.class.getName());

  private static final int WAITING_MAX = 256;
  private static final int IDLE_SECONDS = 10;
  private static final int STOP_SECONDS = 5;

  private final DirectoryAccess directory;
  private final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>(WAITING_MAX);
  private final ThreadPoolExecutor thread;

  HashReplacements(DirectoryAccess directory) {
    this.directory = directory;
    this.thread =
        new ThreadPoolExecutor(
            1, 1, IDLE_SECONDS, TimeUnit.SECONDS, waiting, HashReplacements::newThread);
    thread.allowCoreThreadTimeOut(true);
  }

  private static Thread newThread(Runnable work) {
    Thread made = new Thread(work, "muster-rehash");
    made.setDaemon(true);
    return made;
  }

  /** Whether another hash can be taken, so that it is worth while to compute one. */
  boolean hasRoom() {
    return waiting.remainingCapacity() > 0 && !thread.isShutdown();
  }

  /** Stores a hash soon. */
  void add(User user, HashReplacement replacement) {
    try {
      thread.execute(() -> store(user, replacement));
    } catch (RejectedExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "no room for a better hash");
    }
  }

  private void store(User user, HashReplacement replacement) {
    try (Session session = directory.database().open()) {
      boolean ignored =
          new DirectoryChanges(session, Actor.SYSTEM, directory.clock())
              .replaceHash(user, replacement);
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "a password of the scheme {0} was not encoded anew: {1}; the next login tries again",
          replacement.stored().scheme(),
          e.getMessage());
    }
  }

  /** Stores what is waiting, unless that takes long. */
  void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
