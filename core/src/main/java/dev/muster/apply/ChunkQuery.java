package dev.muster.apply;

import dev.muster.user.Key;
import java.util.Set;

/**
 * What a chunk of records wants to know of the directory.
 *
 * @param identities keys whose owners are wanted whole
 * @param loginKeys keys that records may give to their users; a store may spare itself the question
 *     where an owner of an identity has the key already
 * @param claims keys whose owners must all be known
 * @param users numbers of users that are wanted whole
 */
public record ChunkQuery(
    Set<Key> identities, Set<Key> loginKeys, Set<Key> claims, Set<Long> users) {

  /** A question about users only. */
  public static ChunkQuery aboutUsers(Set<Long> users) {
    return new ChunkQuery(Set.of(), Set.of(), Set.of(), users);
  }
}
