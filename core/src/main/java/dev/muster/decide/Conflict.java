package dev.muster.decide;

import dev.muster.user.Key;

/**
 * A value that must be unique and is somebody else's.
 *
 * @param key the value
 * @param what how people call it: {@code email}
 * @param column the 0-based column it came from; {@link dev.muster.problem.Problem#NO_COLUMN} if
 *     none
 * @param firstLine the line of the same input that took it; 0 when the directory has it
 */
public record Conflict(Key key, String what, int column, long firstLine) {}
