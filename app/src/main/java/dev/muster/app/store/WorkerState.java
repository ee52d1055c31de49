package dev.muster.app.store;

import dev.muster.app.store.DatabaseStatus.RunningJob;
import java.time.Instant;
import java.util.Optional;

/**
 * A worker, as its directory shows it.
 *
 * @param node its display name
 * @param since when it connected; empty if the directory does not know
 * @param seen its last sign of life; empty if the directory keeps none
 * @param job the import that it carries out; empty if it waits for one
 */
public record WorkerState(
    String node, Optional<Instant> since, Optional<Instant> seen, Optional<RunningJob> job) {}
