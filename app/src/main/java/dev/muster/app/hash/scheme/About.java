package dev.muster.app.hash.scheme;

/**
 * The documentation of a password scheme, from which docs/hashes.md is generated.
 *
 * @param title the display name, such as {@code PBKDF2-SHA-256, as Django writes it}
 * @param example one of its hashes
 * @param password the password of the example; empty if it can't be verified
 * @param origin the systems that store such hashes
 * @param export how to export them: a command, a query, or a file
 * @param advice whether such hashes should be kept
 */
public record About(
    String title, String example, String password, String origin, String export, Advice advice) {

  /** The password of most examples. */
  private static final String PASSWORD = "correct horse battery staple";

  /** The documentation of a scheme whose example is made from the usual password. */
  public static About of(
      String title, String example, String origin, String export, Advice advice) {
    return new About(title, example, PASSWORD, origin, export, advice);
  }
}
