package dev.muster.user;

/** Among which users a value must be unique. */
public enum UniqueScope {
  /** Among the users of one realm. */
  REALM,
  /** Among all users of the directory. */
  GLOBAL,
  /** The value need not be unique. */
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
