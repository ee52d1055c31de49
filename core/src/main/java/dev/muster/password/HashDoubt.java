package dev.muster.password;

/**
 * That hashes of several schemes look the same, so that they may have been read as the wrong one.
 *
 * @param scheme the name of the scheme that they are read as
 * @param readAs the same in words, such as {@code unsalted MD5}
 * @param others what they could be otherwise
 * @param assumed whether the input did not name the scheme
 */
public record HashDoubt(String scheme, String readAs, String others, boolean assumed) {

  private static final String BCRYPT = "bcrypt";

  /** Whether such hashes are mostly what they are read as, so that the doubt is only noted. */
  public boolean usual() {
    return scheme.equals(BCRYPT);
  }

  /** A sentence about an unknown number of hashes. */
  public String sentence() {
    return "Hashes are" + rest("they");
  }

  /** A sentence about this number of hashes. */
  public String sentence(long count) {
    return count == 1 ? "1 hash is" + rest("it") : count + " hashes are" + rest("they");
  }

  private String rest(String subject) {
    if (usual()) {
      return " "
          + readAs
          + ". If the system adds a pepper or hashes the password first, no password will fit:"
          + " --prove with one known password tells.";
    }
    return " read as "
        + readAs
        + "; "
        + subject
        + " could be "
        + others
        + ": try --prove with a known password"
        + (assumed ? ", or name the scheme in password_scheme." : ".");
  }
}
