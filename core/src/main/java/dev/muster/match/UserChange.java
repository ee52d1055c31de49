package dev.muster.match;

import dev.muster.user.User;
import org.jspecify.annotations.Nullable;

/**
 * The change that a chunk makes to one user.
 *
 * @param before as the directory has it; null for a new user
 * @param after as it is to be stored
 */
public record UserChange(@Nullable User before, User after) {}
