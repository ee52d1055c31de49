package dev.muster.apply;

import dev.muster.user.Key;
import java.util.Set;

/**
 * The data that one chunk of records needs from the directory.
 *
 * @param identities keys whose owners are to be loaded
 * @param loginKeys keys that records may give to their users; a store need not look up a unique key
 *     that a loaded user already has
 * @param claims keys whose owners must all be found
 * @param users numbers of users to be loaded
 */
public record ChunkQuery(
    Set<Key> identities, Set<Key> loginKeys, Set<Key> claims, Set<Long> users) {

  /** A query for users only. */
  public static ChunkQuery aboutUsers(Set<Long> users) {
    return new ChunkQuery(Set.of(), Set.of(), Set.of(), users);
  }
}
