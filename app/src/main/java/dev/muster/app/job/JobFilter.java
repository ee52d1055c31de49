package dev.muster.app.job;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A filter for imports. An import must match all given criteria.
 *
 * @param states the state must be one of these; empty for any state
 * @param origin the interface that it was requested through
 * @param realm the name of the realm that its users go to
 * @param since created at this time or later
 * @param until finished before this time, or, if it is unfinished, created before it
 */
public record JobFilter(
    Set<JobState> states,
    Optional<JobOrigin> origin,
    Optional<String> realm,
    Optional<Instant> since,
    Optional<Instant> until) {

  /** Every import. */
  public static final JobFilter ALL =
      new JobFilter(
          Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public JobFilter {
    states = Set.copyOf(states);
  }

  public JobFilter in(Set<JobState> wanted) {
    return new JobFilter(wanted, origin, realm, since, until);
  }

  public JobFilter from(JobOrigin wanted) {
    return new JobFilter(states, Optional.of(wanted), realm, since, until);
  }

  public JobFilter ofRealm(String name) {
    return new JobFilter(states, origin, Optional.of(name), since, until);
  }

  public JobFilter since(Instant time) {
    return new JobFilter(states, origin, realm, Optional.of(time), until);
  }

  public JobFilter until(Instant time) {
    return new JobFilter(states, origin, realm, since, Optional.of(time));
  }
}
