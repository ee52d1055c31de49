package dev.muster.prepare;

import dev.muster.problem.Problem;
import dev.muster.read.Position;
import java.util.List;
import java.util.function.Supplier;

/**
 * A record after preparation: a candidate, all that is wrong with it, or that it is done already.
 */
public sealed interface Prepared {

  Position position();

  /** A record that can be decided on. */
  record Ready(Candidate candidate) implements Prepared {
    @Override
    public Position position() {
      return candidate.position();
    }
  }

  /**
   * A record that fails whatever the directory holds.
   *
   * @param problems all of them, at least one
   */
  record Invalid(Position position, List<Problem> problems) implements Prepared {}

  /**
   * A record that its user has been shaped by already. As long as the user stays as it is, carrying
   * the record out would change nothing and say nothing, so it was not even read.
   *
   * @param userId the user whom it is about
   * @param seal the user's, which tells whether the user has stayed as it was
   * @param inFull the same record prepared as any other
   */
  record Settled(Position position, long userId, long seal, Supplier<Prepared> inFull)
      implements Prepared {}
}
