package dev.muster.prepare;

import dev.muster.problem.Problem;
import dev.muster.read.Position;
import java.util.List;
import java.util.function.Function;

/** A record after preparation: a candidate, or all that is wrong with it. */
public sealed interface Prepared {

  Position position();

  <T> T fold(Function<Candidate, T> ready, Function<Invalid, T> invalid);

  /** A record that can be decided on. */
  record Ready(Candidate candidate) implements Prepared {
    @Override
    public Position position() {
      return candidate.position();
    }

    @Override
    public <T> T fold(Function<Candidate, T> ready, Function<Invalid, T> invalid) {
      return ready.apply(candidate);
    }
  }

  /**
   * A record that fails whatever the directory holds.
   *
   * @param problems all of them, at least one
   */
  record Invalid(Position position, List<Problem> problems) implements Prepared {
    @Override
    public <T> T fold(Function<Candidate, T> ready, Function<Invalid, T> invalid) {
      return invalid.apply(this);
    }
  }
}
