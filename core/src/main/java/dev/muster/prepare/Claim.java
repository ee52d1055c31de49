package dev.muster.prepare;

import dev.muster.user.Key;
import dev.muster.user.UniqueScope;

/**
 * A value that must be unique because its record requires it, in addition to the realm's rules.
 *
 * @param key the value
 * @param within among which users it must be unique; NONE if only within the input
 * @param whenUpdating whether the directory is checked also if the record updates a user; it is
 *     always checked if the record creates one
 * @param inFile whether it must be unique within the input
 * @param label the name of the value in messages: {@code phone}
 * @param column the 0-based column it comes from
 */
public record Claim(
    Key key, UniqueScope within, boolean whenUpdating, boolean inFile, String label, int column) {}
