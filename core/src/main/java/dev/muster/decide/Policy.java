package dev.muster.decide;

import dev.muster.problem.Problem;
import java.util.List;

/** How a dialect decides, beyond what its wishes carry. Immutable. */
public interface Policy {

  OnMatch onMatch();

  /** What the owner of a record is told when its user was left alone. */
  String skipWarning();

  /** How the dialect reports values that are taken; {@code conflicts} is never empty. */
  List<Problem> taken(List<Conflict> conflicts);

  /** How the dialect reports a key that fits several users. */
  Problem disputed(int userCount);
}
