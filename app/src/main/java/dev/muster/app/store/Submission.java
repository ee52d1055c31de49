package dev.muster.app.store;

import java.util.Optional;

/**
 * What is known of an import because it was submitted.
 *
 * @param node who is at work on it, or was last; empty if nobody took it yet
 * @param trouble why that node gave it back, to be tried again; empty if it did not
 * @param cancelled whether somebody asked for its end
 * @param hashing while its plain passwords are being hashed, the nodes that have hashed some, for
 *     people, maybe none; otherwise empty
 */
public record Submission(
    Optional<String> node, Optional<String> trouble, boolean cancelled, Optional<String> hashing) {}
