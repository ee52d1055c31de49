package dev.muster.app.job.run;

import dev.muster.password.EncodedHash;
import java.util.Map;

/** Where hashes are that were made of an import's plain passwords before it began. */
interface HashedAhead {

  /** Nothing was. */
  HashedAhead NOTHING = (first, last) -> Map.of();

  /** Those of the records with these indexes, both included, by index. */
  Map<Long, EncodedHash> between(long first, long last);
}
