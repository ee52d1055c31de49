package dev.muster.prepare;

import dev.muster.user.Key;
import dev.muster.user.UniqueScope;

/**
 * A value that a record wants for its user alone, beyond what the realm asks of every login id.
 *
 * @param key the value
 * @param within among whom it must be the only one; NONE when only the file is concerned
 * @param whenUpdating whether the directory is asked even when the record meets a user; when it
 *     makes one, it always is
 * @param inFile whether no two records of the input may have it
 * @param what how people call the value: {@code phone}
 * @param column the 0-based column it comes from
 */
public record Claim(
    Key key, UniqueScope within, boolean whenUpdating, boolean inFile, String what, int column) {}
