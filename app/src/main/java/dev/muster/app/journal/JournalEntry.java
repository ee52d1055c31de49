package dev.muster.app.journal;

import dev.muster.value.Struct;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the journal.
 *
 * @param number given by the store; later entries have greater ones
 * @param action a {@link JournalAction}'s wire name, or one of a later version
 * @param subject what it was done to: an import's id, the name of a realm
 * @param job the id of the import that it is about, which may be deleted by now
 * @param detail what else there is to know; never a secret
 */
public record JournalEntry(
    long number,
    Instant at,
    Actor actor,
    String action,
    String subject,
    Optional<String> job,
    Struct detail) {}
