package dev.muster.app.upload;

import dev.muster.app.journal.Actor;
import dev.muster.value.Struct;
import java.time.Instant;

/**
 * A mapping of columns that somebody saved.
 *
 * @param realm the name of the realm that it belongs to
 * @param name unique in its realm
 * @param shape of the tables that it fits; see {@link TableShape}
 * @param mapping in its canonical form
 * @param actor who saved it
 */
public record SavedMapping(
    String realm, String name, String shape, Struct mapping, Actor actor, Instant savedAt) {}
