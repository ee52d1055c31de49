package dev.muster.app.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A recorded import.
 *
 * @param number its number in the store
 * @param id its public id: {@code imp_} and 12 characters
 */
public record Job(
    long number,
    String id,
    JobState state,
    Provenance provenance,
    JobInput input,
    JobOptions options,
    JobTimes times) {

  public String format() {
    return input.format();
  }

  public String realm() {
    return input.realm();
  }

  public String source() {
    return input.source();
  }

  public Optional<String> path() {
    return input.path();
  }

  public String digest() {
    return input.digest();
  }

  public String host() {
    return input.host();
  }

  public long records() {
    return input.records();
  }

  public long firstUser() {
    return input.firstUser();
  }

  /** The same job with the header row of its table. */
  public Job withHeader(List<String> cells) {
    return new Job(number, id, state, provenance, input.withHeader(cells), options, times);
  }

  /** The same job with another first user. */
  public Job startingWithUser(long user) {
    return new Job(number, id, state, provenance, input.startingWithUser(user), options, times);
  }

  public int chunkSize() {
    return input.chunkSize();
  }

  public Instant createdAt() {
    return times.createdAt();
  }

  public Optional<Instant> completedAt() {
    return times.completedAt();
  }
}
