package dev.muster.prepare;

import dev.muster.problem.Problem;
import dev.muster.read.Position;
import dev.muster.user.RecordFingerprint;
import java.util.List;
import java.util.function.Supplier;

/** A record after preparation: a candidate, invalid, or already applied by an earlier import. */
public sealed interface Prepared {

  Position position();

  /** A valid record. */
  record Ready(Candidate candidate) implements Prepared {
    @Override
    public Position position() {
      return candidate.position();
    }
  }

  /**
   * A record that fails independently of the directory.
   *
   * @param problems all of them, at least one
   */
  record Invalid(Position position, List<Problem> problems) implements Prepared {}

  /**
   * A record that was already applied: applying it again would change nothing and give no warning,
   * so it was not parsed. Valid while the user's stored fingerprint equals the record's.
   *
   * @param userId the user that it was applied to
   * @param fingerprint the record's fingerprint
   * @param prepareFully parses and prepares the record like any other
   */
  record AlreadyApplied(
      Position position,
      long userId,
      RecordFingerprint fingerprint,
      Supplier<Prepared> prepareFully)
      implements Prepared {}
}
