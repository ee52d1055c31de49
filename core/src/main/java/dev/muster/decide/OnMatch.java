package dev.muster.decide;

/** How to handle a record whose user exists already. */
public enum OnMatch {
  /** Update the user by the record's wishes. */
  UPDATE,
  /** Leave the user unchanged. */
  SKIP,
  /** The record fails. */
  REJECT
}
