package dev.muster.app.hash.vendor;

import java.util.Optional;

/**
 * What all users of a Firebase project have in common, as its console shows it under "password hash
 * parameters". Exports of users leave it out, so that an import has to be told.
 *
 * @param signerKey {@code base64_signer_key}; a secret
 * @param saltSeparator {@code base64_salt_separator}; may be empty
 */
public record FirebaseProject(String signerKey, String saltSeparator) {

  /**
   * A hash that holds all it takes to verify it, from one that leaves out the project's part.
   *
   * @param text in any of the spellings, see {@link FirebaseSpellings}
   * @return in Ory Kratos's spelling; empty if the text is no such hash, or none of this project
   */
  public Optional<String> complete(String text) {
    return FirebaseSpellings.parse(text, this).map(FirebaseSpellings::written);
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "FirebaseProject[]";
  }
}
