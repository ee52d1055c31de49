package dev.muster.app.format.authgear;

import dev.muster.profile.authgear.AuthgearIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The result of the survey of an Authgear request document.
 *
 * @param identifier null if the document does not give it
 * @param upsert null if the document does not give it
 * @param recordCount at least 1
 * @param recordsOffset the 0-based offset, in the UTF-8 text without byte order mark, after the
 *     bracket that opens {@code records}
 * @param recordsLine the 1-based line of that offset
 * @param recordsColumn the 1-based column, in bytes, of that offset
 */
record RequestDocument(
    @Nullable AuthgearIdentifier identifier,
    @Nullable Boolean upsert,
    long recordCount,
    long recordsOffset,
    long recordsLine,
    int recordsColumn) {}
