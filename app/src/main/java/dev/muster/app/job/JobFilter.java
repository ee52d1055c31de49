package dev.muster.app.job;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A filter for imports. An import must match all given criteria.
 *
 * @param states the state must be one of these; empty for any state
 * @param origin the interface that it was requested through
 * @param realms its users go to one of these realms, by name; empty for any realm
 * @param format the name of its input's format
 * @param since created at this time or later
 * @param until finished before this time, or, if it is unfinished, created before it
 * @param upload a report of the uploaded file with this number
 * @param made it created this user
 */
public record JobFilter(
    Set<JobState> states,
    Optional<JobOrigin> origin,
    Optional<Set<String>> realms,
    Optional<String> format,
    Optional<Instant> since,
    Optional<Instant> until,
    OptionalLong upload,
    Optional<MadeUser> made) {

  /**
   * A user that an import created.
   *
   * @param number one of those that the import reserved
   * @param createdAt the time of the import, which its new users have
   */
  public record MadeUser(long number, Instant createdAt) {}

  /** Every import. */
  public static final JobFilter ALL =
      new JobFilter(
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          Optional.empty());

  public JobFilter {
    states = Set.copyOf(states);
    realms = realms.map(Set::copyOf);
  }

  public JobFilter in(Set<JobState> wanted) {
    return new JobFilter(wanted, origin, realms, format, since, until, upload, made);
  }

  public JobFilter from(JobOrigin wanted) {
    return new JobFilter(states, Optional.of(wanted), realms, format, since, until, upload, made);
  }

  public JobFilter ofRealm(String name) {
    return ofRealms(Set.of(name));
  }

  /** Only imports of these realms; none if the set is empty. */
  public JobFilter ofRealms(Set<String> names) {
    return new JobFilter(states, origin, Optional.of(names), format, since, until, upload, made);
  }

  public JobFilter ofFormat(String name) {
    return new JobFilter(states, origin, realms, Optional.of(name), since, until, upload, made);
  }

  public JobFilter since(Instant time) {
    return new JobFilter(states, origin, realms, format, Optional.of(time), until, upload, made);
  }

  public JobFilter until(Instant time) {
    return new JobFilter(states, origin, realms, format, since, Optional.of(time), upload, made);
  }

  public JobFilter ofUpload(long number) {
    return new JobFilter(
        states, origin, realms, format, since, until, OptionalLong.of(number), made);
  }

  /** Only the import that created a user. */
  public JobFilter thatMade(long user, Instant createdAt) {
    return new JobFilter(
        states,
        origin,
        realms,
        format,
        since,
        until,
        upload,
        Optional.of(new MadeUser(user, createdAt)));
  }
}
