package dev.muster.match;

import dev.muster.user.User;
import org.jspecify.annotations.Nullable;

/**
 * What a chunk does to one user.
 *
 * @param before as the directory has it; null for a new user
 * @param after as it shall be
 */
public record UserChange(@Nullable User before, User after) {}
