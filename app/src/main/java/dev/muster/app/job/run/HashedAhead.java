package dev.muster.app.job.run;

import dev.muster.password.EncodedHash;
import java.util.Map;

/** The hashes of plain passwords that were made before the import began. */
public interface HashedAhead {

  /** None were made. */
  HashedAhead NOTHING = (first, last) -> Map.of();

  /** The hashes for records, by index, from the first index to the last, both included. */
  Map<Long, EncodedHash> between(long first, long last);
}
