package dev.muster.apply;

import dev.muster.match.DirectoryView;
import dev.muster.match.UserChange;
import dev.muster.user.Key;
import dev.muster.user.RecordFingerprint;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The engine's interface to the users of one realm: reads and writes them a chunk at a time. */
public interface Directory {

  /**
   * Tells which keys may have owners. One for which it is false has none, and need not be loaded.
   * True in the same transaction, until the next {@link #apply}.
   *
   * @throws StoreUnavailable if the directory can't be asked
   */
  default Predicate<Key> mayHaveOwner() {
    return key -> true;
  }

  /**
   * Loads everything a chunk needs, in a number of queries that does not depend on its size.
   *
   * @throws StoreUnavailable if the query fails
   * @throws DataViolation if the database can't handle a value that is looked up
   */
  DirectoryView load(ChunkQuery query);

  /**
   * The users that were last changed by the records with these fingerprints.
   *
   * @param fingerprints fingerprints by user number
   * @return the numbers of the users that certainly were
   * @throws StoreUnavailable if the query fails
   */
  default Set<Long> stillCurrent(Map<Long, RecordFingerprint> fingerprints) {
    return Set.of();
  }

  /**
   * Writes all changes at once. {@link #load} sees them from now on, other sessions after the
   * caller's transaction commits. The write may continue in the background: the collection must not
   * be modified any more, and a later call or the commit may throw its exception.
   *
   * @throws StoreUnavailable if the write fails
   * @throws DataViolation if the database rejects the data
   */
  void apply(Collection<UserChange> changes);
}
