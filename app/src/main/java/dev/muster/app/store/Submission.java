package dev.muster.app.store;

import java.util.Optional;

/**
 * The state of a submitted import.
 *
 * @param node the display name of the node that runs it, or did last; empty before the first
 * @param trouble why that node gave it back for a retry, or why its input can't be imported; mostly
 *     empty
 * @param cancelled whether its cancellation was requested
 * @param hashing while its plain-text passwords are being hashed, the display names of the nodes
 *     that have hashed some, which may be an empty text; otherwise empty
 */
public record Submission(
    Optional<String> node, Optional<String> trouble, boolean cancelled, Optional<String> hashing) {}
