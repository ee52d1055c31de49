package dev.muster.app.store;

import dev.muster.app.job.JobState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sizes of a directory, and its running imports.
 *
 * @param product the database's name and version
 * @param usersByRealm number of users by realm name, in order of the realms' creation
 * @param jobs number of imports by status, named as in {@code imports list}
 * @param oldestWaiting when the oldest import was submitted that no worker has taken yet
 * @param tables the server's table statistics; empty for SQLite
 */
public record DatabaseStatus(
    String product,
    Map<String, Long> usersByRealm,
    long keys,
    Sizes sizes,
    Map<String, Long> jobs,
    List<RunningJob> running,
    Optional<Instant> oldestWaiting,
    List<TableState> tables) {

  public long users() {
    return usersByRealm.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Bytes on disk, including indexes.
   *
   * @param jobs imports and their chunks
   * @param whole the whole database
   */
  public record Sizes(long users, long keys, long jobs, long whole) {}

  /**
   * An import that has begun and is not finished.
   *
   * @param state running, interrupted or paused
   * @param done records with results
   * @param held whether a process holds its lock; false if that process was killed
   * @param submitted whether it was submitted, so that workers resume it by themselves
   * @param file whether its input is a file; a stream has to be passed again to resume it
   */
  public record RunningJob(
      String id,
      JobState state,
      String source,
      String host,
      long records,
      long done,
      Instant begun,
      boolean held,
      boolean submitted,
      boolean file) {}

  /**
   * Statistics of a table.
   *
   * @param deadRows deleted or outdated row versions that VACUUM will reclaim
   */
  public record TableState(
      String name,
      long rows,
      long deadRows,
      Optional<Instant> vacuumed,
      Optional<Instant> analyzed) {}
}
