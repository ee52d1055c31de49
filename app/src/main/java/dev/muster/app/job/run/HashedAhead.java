package dev.muster.app.job.run;

import dev.muster.password.EncodedHash;
import java.util.Map;

/** Hashes of plain-text passwords that were computed before the import started. */
public interface HashedAhead {

  /** No hashes. */
  HashedAhead NOTHING = (first, last) -> Map.of();

  /**
   * The hashes of the records with indexes from {@code first} to {@code last}, both included, by
   * index.
   */
  Map<Long, EncodedHash> between(long first, long last);
}
