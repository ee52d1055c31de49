package dev.muster.app.job.unchanged;

import dev.muster.apply.StoreUnavailable;
import dev.muster.user.Key;
import dev.muster.user.RecordFingerprint;
import java.util.Map;

/**
 * Finds the users that given records have already been applied to. It reads committed data, beside
 * the import; the import checks again in its transaction. Thread-safe.
 */
public interface UnchangedLookup extends AutoCloseable {

  /**
   * The users that were last changed by one of the records.
   *
   * @param records their fingerprints, by the keys of the users they are about
   * @return numbers of users, by the same keys
   * @throws StoreUnavailable if the store can't answer; the import can go on without an answer
   */
  Map<Key, Long> find(Map<Key, RecordFingerprint> records);

  /** Whether another process answers, so that two look-ups at a time are faster than one. */
  boolean waits();

  @Override
  void close();
}
