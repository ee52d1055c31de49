package dev.muster.apply;

import java.io.Serial;

/**
 * The database rejects some of the data: a constraint that the look-ups did not foresee, or a value
 * that it can't store. The same data would be rejected again, so a part of it has to be left out.
 */
public final class DataViolation extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final boolean maybeRace;
  private final int place;

  /**
   * A violation.
   *
   * @param message what was rejected, without values of the data
   * @param maybeRace whether another writer may have caused it between look-up and write; a retry
   *     would then see that writer's data
   * @param place equal for two violations by the same value
   */
  public DataViolation(String message, boolean maybeRace, int place, Throwable cause) {
    super(message, cause);
    this.maybeRace = maybeRace;
    this.place = place;
  }

  /** Whether another writer may have caused it, so that a retry may succeed. */
  public boolean maybeRace() {
    return maybeRace;
  }

  /** Whether both are violations by the same value; wrong with a small probability. */
  public boolean isSamePlace(DataViolation other) {
    return place == other.place;
  }
}
