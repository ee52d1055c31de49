package dev.muster.profile.csv.suggest;

import java.util.Locale;

/** How sure a suggestion is. */
public enum Certainty {
  /** The name says it, and the cells don't contradict. */
  SURE,
  /** The name or the cells say it, and something remains open. */
  LIKELY,
  /** The column is known, and its cells can be read in several ways: a person has to choose. */
  NOT_SURE,
  /** Only the cells, or a part of the name, say it. */
  GUESS,
  /** The column is left out, because nothing says what it is. */
  UNKNOWN;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
