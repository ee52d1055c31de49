package dev.muster.prepare;

import dev.muster.user.Key;
import dev.muster.user.UniqueScope;

/**
 * A value that must be unique because the record says so, besides the realm's rules.
 *
 * @param key the value
 * @param within among which users it must be unique; NONE when only the file is concerned
 * @param whenUpdating whether the directory is checked also when the record updates a user; when it
 *     creates one, it always is
 * @param inFile whether no two records of the input may have it
 * @param label the name of the value in messages: {@code phone}
 * @param column the 0-based column it comes from
 */
public record Claim(
    Key key, UniqueScope within, boolean whenUpdating, boolean inFile, String label, int column) {}
