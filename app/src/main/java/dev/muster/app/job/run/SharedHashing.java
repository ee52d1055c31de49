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
 * Hashes the plain passwords of a submitted import, together with other nodes that do the same:
 * each takes the first portion of records that is neither done nor taken. Why: docs/decisions 0022.
 */
final class SharedHashing {

  private static final Duration LOOK = Duration.ofMillis(250);

  /** Looks until portions that others had are tried again, since their holders may have died. */
  private static final int LOOKS = 16;

  /** Tries, without anything new, until nothing is expected of the others any more: a minute. */
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
   * One node's part.
   *
   * @param store that has the submitted job
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

  /** A node's part in hashing an input's passwords; empty if it has none that are plain. */
  static Optional<SharedHashing> of(
      Session store, Job job, SurveyedInput input, Realm realm, String node) {
    return input
        .slowPreparation()
        .map(slow -> new SharedHashing(store, job, input, slow, realm, node));
  }

  /**
   * Hashes the passwords of a job before it begins, if it was submitted, so that other nodes can
   * help, and has more of them than one node takes at a time.
   *
   * @return true, when that is done or there is no need
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
   * Calls for help, and hashes until every portion is done by some node. Others that have a portion
   * and are not heard of for long are not waited for.
   *
   * @param tries how often portions of others are tried before that
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
   * Hashes what nobody has taken yet, portion after portion, while the import wants it. Stops
   * before the next password when it is to go on no more; that portion is left to others.
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

  /** The number of portions that are done, after a while, or as soon as it is another one. */
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
   * Takes what it can get.
   *
   * @param fair whether to leave portions alone that others have
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

  /** False when another node has the portion. */
  private boolean carryOut(
      long first, RecordBatch batch, Directory directory, ParallelHashing hashing, boolean fair)
      throws IOException {
    List<Prepared> records =
        PreparedChunk.of(0, batch, ChunkPreparation.of(input.dialect().preparation())).records();
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
