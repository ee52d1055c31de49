package dev.muster.app.store;

import dev.muster.app.job.Job;
import dev.muster.password.EncodedHash;
import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Password hashes of submitted imports with plain-text passwords, which several nodes compute
 * together. The work is divided into portions of records; a portion is identified by the index of
 * its first record. For one thread.
 */
public interface SharedHashes {

  /**
   * The most records in a portion. With an adequate cost factor, hashing one takes a few seconds.
   */
  int PORTION = 256;

  /** Asks other nodes to help to hash a job's passwords. */
  void begin(Job job);

  /** Ends the hashing of a job; the hashes stay until {@link #forget}. */
  void end(Job job);

  /** Deletes a job's hashes. */
  void forget(Job job);

  /** Deletes hashes left by jobs that have ended. */
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
   * Locks a portion until the result is closed or this process ends; empty if another process has
   * it.
   */
  Optional<Closeable> take(Job job, long first);

  /**
   * Stores the hashes of a portion, which completes it. Does nothing if the job's hashing has
   * ended.
   *
   * @param node the display name of the node that computed them
   * @param hashes hashes by the index of their record
   */
  void put(Job job, long first, String node, Map<Long, EncodedHash> hashes);

  /** The hashes of the records with these indexes, both included, by index. */
  Map<Long, EncodedHash> between(Job job, long first, long last);
}
