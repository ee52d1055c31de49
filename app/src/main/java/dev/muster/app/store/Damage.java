package dev.muster.app.store;

import java.util.Locale;

/**
 * Inconsistencies that a directory check looks for. None can occur unless another program wrote to
 * the database, data was lost, or Muster has a bug.
 */
public enum Damage {
  UNREADABLE_USER("users whose row can't be read"),
  NUMBER_NOT_GIVEN_OUT("user numbers at or above the next one to give out"),
  MISSING_KEY("keys of users that login_keys lacks"),
  STRAY_KEY("keys in login_keys that their user does not have"),
  SHARED_KEY("keys that several users have, against the rules of uniqueness"),
  ORPHAN_KEY("keys in login_keys of users who don't exist"),
  UNKNOWN_REALM("references to realms that don't exist"),
  UNKNOWN_ROLE("roles of users that don't exist in their realm"),
  UNKNOWN_GROUP("groups of users that don't exist in their realm"),
  UNKNOWN_IMPORT("chunks, claims and submissions of imports that don't exist"),
  MISSING_INPUT("inputs of submitted imports that are lost"),
  MISSING_CHUNK("chunks that imports lack"),
  UNREADABLE_CHUNK("chunks whose results can't be read"),
  MISPLACED_CHUNK("chunks whose results are not those of their records"),
  WRONG_TALLY("chunks whose sums are not those of their results"),
  MISSING_USER("users that imports inserted and that don't exist");

  private final String meaning;

  Damage(String meaning) {
    this.meaning = meaning;
  }

  /** A description in the plural, such as "users whose row can't be read". */
  public String meaning() {
    return meaning;
  }

  /** The name in JSON documents. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
