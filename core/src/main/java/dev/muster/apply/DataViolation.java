package dev.muster.apply;

import java.io.Serial;

/**
 * The database refuses some of the data: a constraint that the look-ups did not foresee, or a value
 * that it can't store. The same data is refused again, so a part of it has to be left out.
 */
public final class DataViolation extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final boolean maybeRace;
  private final int place;

  /**
   * A refusal.
   *
   * @param message what was refused, without values of the data
   * @param maybeRace true where another writer may have caused it, between look-up and write: a new
   *     attempt would see what that one wrote
   * @param place equal for two refusals of the same value
   */
  public DataViolation(String message, boolean maybeRace, int place, Throwable cause) {
    super(message, cause);
    this.maybeRace = maybeRace;
    this.place = place;
  }

  /** Whether another writer may have caused it, so that a new attempt may succeed. */
  public boolean maybeRace() {
    return maybeRace;
  }

  /** Whether both are refusals of the same value, but for a small chance. */
  public boolean isSamePlace(DataViolation other) {
    return place == other.place;
  }
}
