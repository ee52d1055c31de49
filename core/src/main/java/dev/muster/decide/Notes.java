package dev.muster.decide;

import dev.muster.problem.Problem;
import java.util.BitSet;
import java.util.List;

/**
 * What a decision has to say besides its outcome.
 *
 * @param warnings the record stands, and this is why it may not do what was hoped
 * @param complaints parts that could not be done although the record stands
 * @param effects the 0-based columns whose cells made a difference; not to be modified
 */
public record Notes(List<String> warnings, List<Problem> complaints, BitSet effects) {

  public static final BitSet NO_EFFECTS = new BitSet(0);

  public static final Notes NONE = new Notes(List.of(), List.of(), NO_EFFECTS);

  static Notes warning(String message) {
    return new Notes(List.of(message), List.of(), NO_EFFECTS);
  }
}
