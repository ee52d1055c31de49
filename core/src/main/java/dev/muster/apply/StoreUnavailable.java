package dev.muster.apply;

import java.io.Serial;

/**
 * The store can't do its work: the disk is full, the database is locked or gone. Nothing is wrong
 * with the data, and what was committed stays.
 */
public final class StoreUnavailable extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final String remedy;

  /**
   * A broken world.
   *
   * @param message what happened
   * @param remedy what to do about it, as a sentence
   */
  public StoreUnavailable(String message, String remedy, Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }
}
