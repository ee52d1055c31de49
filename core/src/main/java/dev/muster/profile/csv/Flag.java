package dev.muster.profile.csv;

import java.util.Optional;

/** A word after a column's name that determines how its cells are used. */
public enum Flag {
  KEY("key", "Matches rows with users; exactly one column is the key."),
  CREATE("create", "Values are written when a user is created."),
  UPDATE("update", "Values are written when a user is updated."),
  UNIQUE("unique", "No other user of the realm may have the value."),
  GLOBALLY_UNIQUE("globally-unique", "No other user at all may have the value."),
  VERIFIED("verified", "Values are trusted."),
  DELETE("delete", "Roles are removed instead of added."),
  CLEAR("clear", "All other roles are dropped first.");

  private final String wireName;
  private final String meaning;

  Flag(String wireName, String meaning) {
    this.wireName = wireName;
    this.meaning = meaning;
  }

  /** The name in headers, in which {@code -} and {@code _} are equivalent. */
  public String wireName() {
    return wireName;
  }

  /** One sentence for the reference page. */
  public String meaning() {
    return meaning;
  }

  /** Whether a word in a header cell is a flag, or the negation of one. */
  public static boolean isFlag(String word) {
    return named(word.startsWith("no-") ? word.substring("no-".length()) : word).isPresent();
  }

  static Optional<Flag> named(String word) {
    String dashed = word.replace('_', '-');
    for (Flag flag : values()) {
      if (flag.wireName.equals(dashed)) {
        return Optional.of(flag);
      }
    }
    return Optional.empty();
  }
}
