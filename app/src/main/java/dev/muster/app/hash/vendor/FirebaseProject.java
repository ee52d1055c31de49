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

  /**
   * The text of a hash of this project in Ory Kratos's format.
   *
   * @param memoryCost the binary logarithm of N
   * @param salt in base64, as the hash
   */
  public String hash(String memoryCost, String rounds, String salt, String hash) {
    return written("ln=" + memoryCost + ",r=" + rounds + ",p=1", salt, hash);
  }

  /**
   * The same with all parameters of scrypt.
   *
   * @param cost such as {@code ln=14,r=8,p=1}
   */
  String written(String cost, String salt, String hash) {
    return String.join("$", "$firescrypt", cost, salt, hash, saltSeparator, signerKey);
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "FirebaseProject[]";
  }
}
