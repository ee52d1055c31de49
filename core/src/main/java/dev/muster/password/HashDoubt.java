package dev.muster.password;

import dev.muster.problem.Remark;

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
    return with("Hashes are", "they");
  }

  /** A sentence about this number of hashes. */
  public String sentence(long count) {
    return count == 1 ? with("1 hash is", "it") : with(count + " hashes are", "they");
  }

  private String with(String hashes, String subject) {
    if (usual()) {
      return Remark.HASHES_USUAL.with(hashes, readAs);
    }
    Remark remark = assumed ? Remark.HASHES_ASSUMED : Remark.HASHES_DOUBTED;
    return remark.with(hashes, readAs, subject, others);
  }
}
