package dev.muster.app.job.missing;

import java.util.List;
import java.util.Optional;

/**
 * Stores what imports found out about missing users. All methods take part in a running
 * transaction. Imports are named by their jobs' numbers.
 */
public interface MissingLog {

  /** Stores the result of an import, in place of an earlier one. */
  void save(long job, MissingResult result);

  /** The result of an import; empty if it did not look for missing users, or has not ended. */
  Optional<MissingResult> find(long job);

  /** Adds missing users of an import. */
  void add(long job, List<MissingUser> users);

  /** Deletes the missing users of an import that starts again. */
  void forget(long job);

  /**
   * Missing users of an import, in order of their numbers.
   *
   * @param after only users with a greater number
   */
  List<MissingUser> users(long job, long after, int limit);
}
