package dev.muster.app.hash.vendor;

import java.util.Optional;

/**
 * The parameters that all users of a Firebase project share. Firebase's console shows them under
 * "password hash parameters". Exports of users omit them.
 *
 * @param signerKey {@code base64_signer_key}; a secret
 * @param saltSeparator {@code base64_salt_separator}; may be empty
 */
public record FirebaseProject(String signerKey, String saltSeparator) {

  /**
   * Adds the parameters of the project to a hash, so that it can be verified.
   *
   * @param text in any of the formats of {@link FirebaseSpellings}
   * @return the hash in Ory Kratos's format; empty if the text is no hash of this project
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
