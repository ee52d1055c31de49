package dev.muster.app.job;

import java.time.Instant;
import java.util.Optional;

/**
 * Times of an import.
 *
 * @param createdAt also the modification time of new and changed users, so that a resumed import
 *     has the same result as an uninterrupted one
 * @param completedAt empty until it is finished
 * @param expiresAt when its input, rejects and results may be deleted; empty for never
 */
public record JobTimes(
    Instant createdAt, Optional<Instant> completedAt, Optional<Instant> expiresAt) {

  /** The times of a new import that never expires. */
  public static JobTimes from(Instant createdAt) {
    return new JobTimes(createdAt, Optional.empty(), Optional.empty());
  }
}
