package dev.muster.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a directory takes up, and who is at work on it.
 *
 * @param product the database's name and version
 * @param usersByRealm realms in the order they were made
 * @param jobs imports by how they stand, as {@code imports list} has it
 * @param tables what the database keeps count of; empty where it doesn't
 */
public record DatabaseStatus(
    String product,
    Map<String, Long> usersByRealm,
    long keys,
    Sizes sizes,
    Map<String, Long> jobs,
    List<RunningJob> running,
    List<TableState> tables) {

  public long users() {
    return usersByRealm.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Bytes on disk, indexes included.
   *
   * @param jobs imports on record
   * @param whole the whole database
   */
  public record Sizes(long users, long keys, long jobs, long whole) {}

  /**
   * An import that says it is running.
   *
   * @param done records with results
   * @param held whether a process is at work on it; false after that one was killed
   * @param submitted whether workers go on with it by themselves
   * @param file whether its input is a file, and no stream that has to be given again
   */
  public record RunningJob(
      String id,
      String source,
      String host,
      long records,
      long done,
      Instant begun,
      boolean held,
      boolean submitted,
      boolean file) {}

  /**
   * A table as the database's housekeeping sees it.
   *
   * @param deadRows rows that nobody sees any more, whose room a vacuum gives back
   */
  public record TableState(
      String name,
      long rows,
      long deadRows,
      Optional<Instant> vacuumed,
      Optional<Instant> analyzed) {}
}
