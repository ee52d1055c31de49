package dev.muster.user;

/** Among whom a value must be the only one. */
public enum UniqueScope {
  /** Among the users of one realm. */
  REALM,
  /** Among all users of the directory. */
  GLOBAL,
  /** Not at all. */
  NONE;

  /** The name used in muster.yml. */
  public String wireName() {
    return switch (this) {
      case REALM -> "realm";
      case GLOBAL -> "global";
      case NONE -> "none";
    };
  }
}
