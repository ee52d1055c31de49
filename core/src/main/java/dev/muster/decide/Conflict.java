package dev.muster.decide;

import dev.muster.user.Key;

/**
 * A value that must be unique and that another user or record has.
 *
 * @param key the value
 * @param label the name of the value in messages: {@code email}
 * @param column the 0-based column it came from; {@link dev.muster.problem.Problem#NO_COLUMN} if
 *     none
 * @param firstLine the line of the same input that has it; 0 when a user of the directory has it
 */
public record Conflict(Key key, String label, int column, long firstLine) {}
