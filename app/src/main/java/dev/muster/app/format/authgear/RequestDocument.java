package dev.muster.app.format.authgear;

import dev.muster.profile.authgear.AuthgearIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What the survey of an Authgear request document found.
 *
 * @param identifier null when the document leaves it to the command line; likewise {@code upsert}
 * @param recordCount at least 1
 * @param recordsOffset the 0-based place, in the UTF-8 text without byte order mark, after the
 *     bracket that opens {@code records}
 * @param recordsLine the 1-based line of that place
 * @param recordsColumn the 1-based column, in bytes, of that place
 */
record RequestDocument(
    @Nullable AuthgearIdentifier identifier,
    @Nullable Boolean upsert,
    long recordCount,
    long recordsOffset,
    long recordsLine,
    int recordsColumn) {}
