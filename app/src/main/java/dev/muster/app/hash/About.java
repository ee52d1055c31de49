package dev.muster.app.hash;

/**
 * What people ask about a password scheme; docs/hashes.md is made of it.
 *
 * @param title the name people know it by, such as {@code PBKDF2-SHA-256, as Django writes it}
 * @param example one of its hashes
 * @param password what the example was made of; empty where it can't be verified
 * @param origin the systems that have such hashes
 * @param export how to get them from there: a command, a query, or a file
 * @param standing what to think of it
 */
record About(
    String title,
    String example,
    String password,
    String origin,
    String export,
    Standing standing) {

  /** What to think of a scheme. */
  enum Standing {
    /** Still advisable: such hashes stay as they are. */
    ADVISABLE("advisable"),
    /** Not any more: to be replaced when the password is next seen. */
    LEGACY("legacy"),
    /** Known by name only: refused, or kept for export. */
    UNVERIFIABLE("can't be verified");

    private final String meaning;

    Standing(String meaning) {
      this.meaning = meaning;
    }

    String meaning() {
      return meaning;
    }
  }
}
