package dev.muster.match;

import dev.muster.user.User;
import org.jspecify.annotations.Nullable;

/**
 * The change that a chunk makes to one user.
 *
 * @param before the stored user; null for a new user
 * @param after the user to store
 */
public record UserChange(@Nullable User before, User after) {}
