package dev.muster.apply;

import dev.muster.match.DirectoryView;
import dev.muster.match.UserChange;
import dev.muster.user.RecordFingerprint;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The engine's port to one realm's users: it reads and writes them a chunk at a time. */
public interface Directory {

  /**
   * Looks up everything a chunk asks for, in a number of queries that does not depend on its size.
   *
   * @throws StoreUnavailable if the store can't answer
   * @throws DataViolation if the database can't take a value that is looked for
   */
  DirectoryView load(ChunkQuery query);

  /**
   * Which users were last changed by the records with these fingerprints.
   *
   * @param fingerprints by the users' numbers
   * @return the numbers of the users of whom that is certain
   * @throws StoreUnavailable if the store can't answer
   */
  default Set<Long> stillCurrent(Map<Long, RecordFingerprint> fingerprints) {
    return Set.of();
  }

  /**
   * Writes all changes at once. {@link #load} sees them from now on, others see them when the
   * caller's transaction commits. The write may go on after the call returns: the collection must
   * not change any more, and a later call or the commit may throw what went wrong.
   *
   * @throws StoreUnavailable if the store can't write
   * @throws DataViolation if the database refuses the data
   */
  void apply(Collection<UserChange> changes);
}
