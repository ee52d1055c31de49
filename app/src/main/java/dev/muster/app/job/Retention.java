package dev.muster.app.job;

import dev.muster.app.journal.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long the input, rejects and results of finished imports are kept, by their origin. Imports of
 * other origins are kept until they are deleted explicitly.
 */
public final class Retention {

  /** Everything is kept. */
  public static final Retention FOREVER = new Retention(Map.of());

  private final Map<JobOrigin, Duration> times;

  public Retention(Map<JobOrigin, Duration> times) {
    this.times = new EnumMap<>(JobOrigin.class);
    this.times.putAll(times);
  }

  /** Whether no import ever expires. */
  public boolean isForever() {
    return times.isEmpty();
  }

  /**
   * When an import expires that finished at a time; empty for never. One that a command line ran in
   * an API's form is kept like its others.
   */
  public Optional<Instant> expiry(Provenance from, Instant finished) {
    return expiry(from.actor().kind() == Actor.Kind.CLI ? JobOrigin.CLI : from.origin(), finished);
  }

  /** When an import of an origin expires that finished at a time; empty for never. */
  public Optional<Instant> expiry(JobOrigin origin, Instant finished) {
    return Optional.ofNullable(times.get(origin)).map(finished::plus);
  }
}
