package dev.muster.decide;

import dev.muster.problem.Problem;
import dev.muster.problem.Warning;
import java.util.BitSet;
import java.util.List;

/**
 * The warnings and effects of a decision.
 *
 * @param warnings the record was applied, maybe not as expected
 * @param complaints parts that could not be applied, although the record does not fail
 * @param effects the 0-based columns whose cells changed something; not to be modified
 */
public record Notes(List<Warning> warnings, List<Problem> complaints, BitSet effects) {

  public static final BitSet NO_EFFECTS = new BitSet(0);

  public static final Notes NONE = new Notes(List.of(), List.of(), NO_EFFECTS);

  static Notes warning(String message) {
    return new Notes(List.of(Warning.of(message)), List.of(), NO_EFFECTS);
  }
}
