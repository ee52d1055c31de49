package dev.muster.app.format;

import dev.muster.apply.Directory;
import dev.muster.password.EncodedHash;
import dev.muster.prepare.Candidate;
import dev.muster.prepare.Prepared;
import java.util.List;

/**
 * Hashing of plain-text passwords. It is slow, so it is done before the import, on all cores and
 * possibly on several nodes. Thread-safe.
 */
public interface SlowPreparation {

  /**
   * The number of records with a plain-text password, including users whose password will not be
   * changed.
   */
  long records();

  /** How many passwords may be hashed concurrently; at least 1. */
  int atOnce();

  /** The candidates whose passwords must be hashed, given the current users of the directory. */
  List<Candidate> needed(List<Prepared> records, Directory directory);

  /** Hashes a candidate's password. This is slow. */
  EncodedHash hash(Candidate candidate);

  /** The candidate with the hash of its password. */
  Candidate withHash(Candidate candidate, EncodedHash hash);
}
