package dev.muster.password;

import static java.util.Objects.requireNonNull;

/**
 * A password hash as it is stored: the text that its source wrote, and the scheme that reads it.
 *
 * <p>For example scheme {@code django-pbkdf2-sha256} with {@code
 * pbkdf2_sha256$260000$lQaIiIrGVKL2$RmRWs…}. The text is not checked here; {@link HashScheme#read}
 * does that. Its {@link #toString} never shows the text.
 *
 * @param scheme the {@link HashScheme#name} of the scheme that accepted it
 * @param encoded the hash with its salt and cost, spelled as the scheme spells it; a secret
 */
public record EncodedHash(String scheme, String encoded) {

  public EncodedHash {
    requireNonNull(scheme, "scheme is null");
    requireNonNull(encoded, "encoded is null");
  }

  /** The scheme alone: hashes never reach logs, reports or error messages. */
  @Override
  public String toString() {
    return "EncodedHash[scheme=" + scheme + "]";
  }
}
