package dev.muster.app.journal;

import dev.muster.value.Struct;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the journal.
 *
 * @param number assigned by the store; later entries have greater numbers
 * @param action a {@link JournalAction}'s wire name, or one of a later version
 * @param subject the changed object, such as an import's id or a realm's name
 * @param job the id of the import that the entry concerns, which may be deleted by now
 * @param detail further data, without secrets
 */
public record JournalEntry(
    long number,
    Instant at,
    Actor actor,
    String action,
    String subject,
    Optional<String> job,
    Struct detail) {}
