package dev.muster.app.job;

import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.joblog.Job;
import dev.muster.app.store.SharedHashes;
import dev.muster.password.EncodedHash;
import dev.muster.prepare.Prepared;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
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

  /** Records that a node takes at a time; with passwords as slow as they should be, seconds. */
  static final int PORTION = 256;

  /** How long to leave others alone with the last portions. */
  private static final Duration WAIT = Duration.ofMillis(500);

  private final SharedHashes shared;
  private final Job job;
  private final SurveyedInput input;
  private final PlainPasswords passwords;
  private final String node;
  private long hashed;

  SharedHashing(
      SharedHashes shared, Job job, SurveyedInput input, PlainPasswords passwords, String node) {
    this.shared = shared;
    this.job = job;
    this.input = input;
    this.passwords = passwords;
    this.node = node;
  }

  /**
   * Calls for help, and hashes until every portion is done by some node.
   *
   * @return how many passwords this node has hashed
   * @throws Stopped if the stop signal was raised
   */
  long finish(StopSignal stop) throws IOException {
    shared.begin(job);
    while (!pass(() -> !stop.raised())) {
      if (stop.await(WAIT)) {
        throw new Stopped();
      }
    }
    shared.end(job);
    return hashed;
  }

  /**
   * Hashes what nobody has taken yet, portion after portion, while that is wanted. A portion that
   * is under way when the stop signal is raised is left to others.
   *
   * @return how many passwords this node has hashed
   */
  long help(BooleanSupplier wanted) throws IOException {
    try {
      pass(wanted);
    } catch (Stopped e) {
      return hashed;
    }
    return hashed;
  }

  /** Takes what it can get; true when all portions are done. */
  private boolean pass(BooleanSupplier wanted) throws IOException {
    Set<Long> done = shared.done(job);
    boolean allDone = true;
    long first = 0;
    try (RecordReader reader = input.open()) {
      RecordBatch batch = reader.next(PORTION);
      while (batch.size() > 0) {
        if (batch.ofUsers() && !done.contains(first)) {
          allDone &= wanted.getAsBoolean() && carryOut(first, batch);
        }
        first += batch.size();
        batch = reader.next(PORTION);
      }
    }
    return allDone;
  }

  /** False when another node has the portion. */
  private boolean carryOut(long first, RecordBatch batch) throws IOException {
    Optional<Closeable> hold = shared.take(job, first);
    if (hold.isEmpty()) {
      return false;
    }
    Closeable held = hold.get();
    try (held) {
      if (!shared.isDone(job, first)) {
        List<Prepared> records =
            PreparedChunk.of(0, batch, input.dialect().preparation()).records();
        passwords.hash(records);
        Map<Long, EncodedHash> hashes = hashes(records);
        shared.put(job, first, node, hashes);
        hashed += hashes.size();
      }
    }
    return true;
  }

  private static Map<Long, EncodedHash> hashes(List<Prepared> records) {
    Map<Long, EncodedHash> hashes = new LinkedHashMap<>();
    for (Prepared record : records) {
      if (record instanceof Prepared.Ready ready) {
        PlainPasswords.of(ready.candidate())
            .hashOfPlain()
            .ifPresent(hash -> hashes.put(record.position().index(), hash));
      }
    }
    return hashes;
  }
}
