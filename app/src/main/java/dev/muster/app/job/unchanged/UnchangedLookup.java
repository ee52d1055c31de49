package dev.muster.app.job.unchanged;

import dev.muster.apply.StoreUnavailable;
import dev.muster.user.Key;
import dev.muster.user.RecordFingerprint;
import java.util.Map;

/**
 * Finds the users to whom given records were already applied. It reads committed data outside the
 * import's transaction; the import checks again in its transaction. Thread-safe.
 */
public interface UnchangedLookup extends AutoCloseable {

  /**
   * The users that were last changed by one of the records.
   *
   * @param records their fingerprints, by the keys of the users they are about
   * @return numbers of users, by the same keys
   * @throws StoreUnavailable if the look-up fails; the import can continue without it
   */
  Map<Key, Long> find(Map<Key, RecordFingerprint> records);

  /** Whether look-ups wait for another process, so that concurrent ones are faster. */
  boolean waits();

  @Override
  void close();
}
