package dev.muster.apply;

import java.io.Serial;

/**
 * The store can't do its work: the disk is full, the database is locked or gone. Nothing is wrong
 * with the data, and what was committed stays.
 */
public final class StoreUnavailable extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  /** Whether trying again helps. */
  public enum Kind {
    /** Only when somebody has done what the remedy says. */
    PERMANENT,
    /** Another writer was faster; the same work, begun again, sees what it did. */
    OVERTAKEN,
    /** The store can't be reached; the same work may succeed when it is back. */
    AWAY
  }

  private final Kind kind;
  private final String remedy;

  /**
   * A broken world, until somebody mends it.
   *
   * @param message what happened
   * @param remedy what to do about it, as a sentence
   */
  public StoreUnavailable(String message, String remedy, Throwable cause) {
    this(Kind.PERMANENT, message, remedy, cause);
  }

  /**
   * A broken world.
   *
   * @param message what happened
   * @param remedy what to do about it, as a sentence
   */
  public StoreUnavailable(Kind kind, String message, String remedy, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.remedy = remedy;
  }

  public Kind kind() {
    return kind;
  }

  public String remedy() {
    return remedy;
  }
}
