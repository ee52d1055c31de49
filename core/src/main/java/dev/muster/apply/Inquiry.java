package dev.muster.apply;

import dev.muster.user.Key;
import java.util.Set;

/**
 * What a chunk of records wants to know of the directory.
 *
 * @param identities keys whose owners are wanted whole
 * @param others keys of which it is enough to know the owners
 * @param users numbers of users that are wanted whole
 */
public record Inquiry(Set<Key> identities, Set<Key> others, Set<Long> users) {}
