package dev.muster.app.job;

import java.time.Instant;
import java.util.Optional;

/**
 * When what happened to an import.
 *
 * @param createdAt also the moment that new and changed users carry, so that a resumed import ends
 *     like an undisturbed one
 * @param completedAt empty until it is finished
 * @param expiresAt when its input, rejects and results may be deleted; empty: never
 */
public record JobTimes(
    Instant createdAt, Optional<Instant> completedAt, Optional<Instant> expiresAt) {

  /** Of an import that begins now and is kept. */
  public static JobTimes from(Instant createdAt) {
    return new JobTimes(createdAt, Optional.empty(), Optional.empty());
  }
}
