package dev.muster.apply;

import java.io.Serial;

/**
 * The store can't work now: the disk is full, the database is locked or gone. The data is not the
 * cause (see {@link DataViolation}), and what was committed stays.
 */
public final class StoreUnavailable extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  /** Whether trying again helps. */
  public enum Kind {
    /** Retrying is pointless until the remedy was applied. */
    PERMANENT,
    /** A conflict with another writer. A retry sees the other's data. */
    OVERTAKEN,
    /** The store can't be reached. A retry may succeed later. */
    AWAY
  }

  private final Kind kind;
  private final String remedy;

  /**
   * A permanent error.
   *
   * @param message what happened
   * @param remedy what to do about it, as a sentence
   */
  public StoreUnavailable(String message, String remedy, Throwable cause) {
    this(Kind.PERMANENT, message, remedy, cause);
  }

  /**
   * An error of a kind.
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
