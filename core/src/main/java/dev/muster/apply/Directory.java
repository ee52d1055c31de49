package dev.muster.apply;

import dev.muster.match.DirectoryView;
import dev.muster.match.UserChange;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The port through which the engine sees and changes one realm's users, a chunk at a time. */
public interface Directory {

  /**
   * Looks up everything a chunk asks for, in a number of queries that does not depend on its size.
   *
   * @throws StoreUnavailable if the store can't answer
   */
  DirectoryView load(ChunkQuery inquiry);

  /**
   * Which users are as they were when they had these seals.
   *
   * @param seals by the users' numbers
   * @return the numbers of those of whom that is certain
   * @throws StoreUnavailable if the store can't answer
   */
  default Set<Long> sealed(Map<Long, Long> seals) {
    return Set.of();
  }

  /**
   * Writes all changes at once; they become visible to others when the caller's transaction
   * commits, and to {@link #load} at once. It may go on after the call has ended: the collection
   * must not change any more, and what goes wrong may be thrown by a later call or the commit.
   *
   * @throws StoreUnavailable if the store can't write
   */
  void apply(Collection<UserChange> changes);
}
