package dev.muster.app.format;

import dev.muster.apply.Directory;
import dev.muster.password.EncodedHash;
import dev.muster.prepare.Candidate;
import dev.muster.prepare.Prepared;
import java.util.List;

/**
 * Hashing of plain passwords, which takes long enough to be worth doing on all cores, before the
 * import, and on several nodes. Thread-safe.
 */
public interface SlowPreparation {

  /** How many records bring a plain password. Those of users who keep theirs need no hash. */
  long records();

  /** How many may be hashed at a time; at least 1. */
  int atOnce();

  /** The candidates whose hashes are needed, given the users whom the directory has now. */
  List<Candidate> needed(List<Prepared> records, Directory directory);

  /** The hash of a candidate's password: the slow part. */
  EncodedHash hash(Candidate candidate);

  /** The candidate with that hash. */
  Candidate withHash(Candidate candidate, EncodedHash hash);
}
