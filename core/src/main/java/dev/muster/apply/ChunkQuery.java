package dev.muster.apply;

import dev.muster.user.Key;
import dev.muster.user.RoleReference;
import java.util.Set;

/**
 * The data that one chunk of records needs from the directory.
 *
 * @param identities keys whose owners are to be loaded
 * @param loginKeys keys that records may give to their users; a store need not look up a unique key
 *     that a loaded user already has
 * @param claims keys whose owners must all be found
 * @param users numbers of users to be loaded
 * @param roles roles that are made if they are missing; mostly empty
 */
public record ChunkQuery(
    Set<Key> identities,
    Set<Key> loginKeys,
    Set<Key> claims,
    Set<Long> users,
    Set<RoleReference> roles) {

  /** A query that makes no roles. */
  public ChunkQuery(Set<Key> identities, Set<Key> loginKeys, Set<Key> claims, Set<Long> users) {
    this(identities, loginKeys, claims, users, Set.of());
  }

  /** A query for users only. */
  public static ChunkQuery aboutUsers(Set<Long> users) {
    return new ChunkQuery(Set.of(), Set.of(), Set.of(), users);
  }
}
