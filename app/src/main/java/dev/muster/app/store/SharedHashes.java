package dev.muster.app.store;

import dev.muster.app.job.Job;
import dev.muster.password.EncodedHash;
import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hashes that nodes make together of the plain passwords of submitted imports, a portion of records
 * each at a time. A portion is named by the index of its first record. For one thread.
 */
public interface SharedHashes {

  /** The most records of a portion; with passwords as slow as they should be, some seconds. */
  int PORTION = 256;

  /** Asks other nodes to help with a job's passwords. */
  void begin(Job job);

  /** Nothing is left to be hashed; what was stays until it is forgotten. */
  void end(Job job);

  /** Deletes a job's hashes, which nobody needs any more. */
  void forget(Job job);

  /** Deletes hashes of jobs that ended while nobody was there to forget them. */
  void forgetEnded();

  /** Ids of jobs whose passwords are being hashed, the oldest first. */
  List<String> wanted();

  /** Whether passwords of a job are being hashed. */
  boolean isWanted(Job job);

  /** The portions of a job that are done. */
  Set<Long> done(Job job);

  /** Whether a portion is done. */
  boolean isDone(Job job, long first);

  /**
   * Claims a portion for this process, as long as it lives or until closed; empty when another
   * process has it.
   */
  Optional<Closeable> take(Job job, long first);

  /**
   * Keeps the hashes of a portion, which is done by that; does nothing when they are not wanted any
   * more.
   *
   * @param node who made them
   * @param hashes by the index of the record
   */
  void put(Job job, long first, String node, Map<Long, EncodedHash> hashes);

  /** The hashes of the records with these indexes, both included, by index. */
  Map<Long, EncodedHash> between(Job job, long first, long last);
}
