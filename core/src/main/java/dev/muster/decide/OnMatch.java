package dev.muster.decide;

/** What becomes of a record whose user exists already. */
public enum OnMatch {
  /** The user gets what the record's wishes give to an existing one. */
  UPDATE,
  /** The user stays as it is. */
  SKIP
}
