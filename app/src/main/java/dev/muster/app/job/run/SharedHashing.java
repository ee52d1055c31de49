package dev.muster.app.job.run;

import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.SlowPreparation;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.job.Job;
import dev.muster.app.store.Session;
import dev.muster.app.store.Session.ImportTarget;
import dev.muster.app.store.SharedHashes;
import dev.muster.app.store.Submission;
import dev.muster.apply.Directory;
import dev.muster.password.EncodedHash;
import dev.muster.prepare.Candidate;
import dev.muster.prepare.ChunkPreparation;
import dev.muster.prepare.Prepared;
import dev.muster.user.Realm;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Hashes the plain-text passwords of a submitted import together with other nodes. Each takes the
 * first portion of records that is neither done nor locked. See docs/decisions 0022.
 */
final class SharedHashing {

  private static final Duration LOOK = Duration.ofMillis(250);

  /**
   * Polls before portions that others had locked are tried again, since their holders may have
   * died.
   */
  private static final int LOOKS = 16;

  /** Tries without progress before this node stops waiting for others: a minute. */
  private static final int TRIES = 15;

  private final Session store;
  private final SharedHashes shared;
  private final Job job;
  private final SurveyedInput input;
  private final SlowPreparation slow;
  private final Realm realm;
  private final String node;
  private final Set<Long> nothingToHash = new HashSet<>();
  private long hashed;

  /**
   * Prepares one node's part.
   *
   * @param store a session on the database with the submitted job
   */
  SharedHashing(
      Session store, Job job, SurveyedInput input, SlowPreparation slow, Realm realm, String node) {
    this.store = store;
    this.shared = store.submitted().hashes().orElseThrow();
    this.job = job;
    this.input = input;
    this.slow = slow;
    this.realm = realm;
    this.node = node;
  }

  /** A node's part in hashing an input's passwords; empty if none are in plain text. */
  static Optional<SharedHashing> of(
      Session store, Job job, SurveyedInput input, Realm realm, String node) {
    return input
        .slowPreparation()
        .map(slow -> new SharedHashing(store, job, input, slow, realm, node));
  }

  /**
   * Hashes the passwords of a job before it starts, if it was submitted, so that other nodes can
   * help, and has more records to hash than one portion.
   *
   * @return true, when done or if there is no need
   */
  static boolean finish(Session store, Job job, SurveyedInput input, Realm realm, StopSignal stop) {
    Optional<SlowPreparation> slow = input.slowPreparation();
    if (slow.isPresent() && slow.get().records() > SharedHashes.PORTION) {
      Optional<Submission> submission =
          store.submitted().hashes().flatMap(shared -> store.submitted().find(job));
      if (submission.isPresent()) {
        String node = submission.get().node().orElse("");
        try {
          new SharedHashing(store, job, input, slow.get(), realm, node).finish(stop, TRIES);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return true;
  }

  /**
   * Asks other nodes to help, and hashes until every portion is done. Does not wait forever for
   * nodes that hold a portion without making progress.
   *
   * @param tries how often to retry the portions of other nodes before hashing them here
   * @return how many passwords this node has hashed
   * @throws Stopped if the stop signal was raised
   */
  long finish(StopSignal stop, int tries) throws IOException {
    shared.begin(job);
    try (ImportTarget target = target()) {
      BooleanSupplier goesOn = () -> !stop.raised();
      ParallelHashing hashing = new ParallelHashing(slow, goesOn);
      int known = 0;
      int inVain = 0;
      while (!pass(target.directory(), hashing, goesOn, inVain < tries)) {
        int done = awaitNews(stop);
        inVain = done > known ? 0 : inVain + 1;
        known = done;
      }
    }
    shared.end(job);
    return hashed;
  }

  /**
   * Hashes portions that no node has taken yet, while the import wants hashes. Stops before the
   * next password if {@code goesOn} returns false; that portion is left to others.
   *
   * @return how many passwords this node has hashed
   */
  long help(BooleanSupplier goesOn) throws IOException {
    try (ImportTarget target = target()) {
      ParallelHashing hashing = new ParallelHashing(slow, goesOn);
      pass(target.directory(), hashing, () -> goesOn.getAsBoolean() && shared.isWanted(job), true);
    } catch (Stopped e) {
      return hashed;
    }
    return hashed;
  }

  private ImportTarget target() {
    return store.target(realm, input.dialect().lookups());
  }

  /**
   * Waits until the number of completed portions changes, or for a limited time; returns that
   * number.
   */
  private int awaitNews(StopSignal stop) {
    int before = shared.done(job).size();
    int now = before;
    for (int look = 0; look < LOOKS && now == before; look++) {
      if (stop.await(LOOK)) {
        throw new Stopped();
      }
      now = shared.done(job).size();
    }
    return now;
  }

  /**
   * Hashes all available portions.
   *
   * @param fair whether to skip portions that other nodes hold
   * @return true when all portions are done
   */
  private boolean pass(
      Directory directory, ParallelHashing hashing, BooleanSupplier goesOn, boolean fair)
      throws IOException {
    Set<Long> done = shared.done(job);
    done.addAll(nothingToHash);
    boolean allDone = true;
    long first = 0;
    try (RecordReader reader = input.open()) {
      RecordBatch batch = reader.next(SharedHashes.PORTION);
      while (batch.size() > 0) {
        if (batch.section().ofUsers() && !done.contains(first)) {
          if (!goesOn.getAsBoolean()) {
            return false;
          }
          allDone &= carryOut(first, batch, directory, hashing, fair);
        }
        first += batch.size();
        batch = reader.next(SharedHashes.PORTION);
      }
    }
    return allDone;
  }

  /** Hashes a portion; false if another node holds it. */
  private boolean carryOut(
      long first, RecordBatch batch, Directory directory, ParallelHashing hashing, boolean fair)
      throws IOException {
    List<Prepared> records = ChunkPreparation.of(input.dialect().preparation()).prepare(batch);
    List<Candidate> needed = slow.needed(records, directory);
    if (needed.isEmpty()) {
      nothingToHash.add(first);
      return true;
    }
    Optional<Closeable> hold = shared.take(job, first);
    if (hold.isEmpty() && fair) {
      return false;
    }
    Closeable held = hold.orElse(() -> {});
    try (held) {
      if (!shared.isDone(job, first)) {
        Map<Long, EncodedHash> hashes = hashing.hash(needed);
        shared.put(job, first, node, hashes);
        hashed += hashes.size();
      }
    }
    return true;
  }
}
