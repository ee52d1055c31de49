package dev.muster.app.hash.search;

import dev.muster.app.hash.scheme.SecretBytes;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one user's hash.
 *
 * @param hash the hash as the system stores it
 * @param salt the salt as the system stores it; without one, it may be within the hash's text
 * @param key a secret key of the system (pepper), if it has one
 * @param login the user's name in the system, if it is known
 * @param password the user's, in UTF-8
 */
public record Sample(
    String hash,
    Optional<String> salt,
    Optional<String> key,
    Optional<String> login,
    SecretBytes password) {

  public static Sample of(
      String hash, Optional<String> salt, Optional<String> key, byte[] passwordUtf8) {
    return new Sample(hash, salt, key, Optional.empty(), SecretBytes.of(passwordUtf8));
  }

  public Sample withLogin(Optional<String> name) {
    return new Sample(hash, salt, key, name, password);
  }

  /** The possible readings of the salt; none if there is no salt. */
  List<Reading> salts() {
    return salt.map(text -> Reading.of(Reading.Kind.SALT, text)).orElse(List.of());
  }

  /** The possible readings of the key; none if there is no key. */
  List<Reading> keys() {
    return key.map(text -> Reading.of(Reading.Kind.KEY, text)).orElse(List.of());
  }

  /** The possible readings of the login; none if it is not known. */
  List<Reading> logins() {
    return login.map(Reading::ofLogin).orElse(List.of());
  }

  /** Without the texts, which are secrets. */
  @Override
  public String toString() {
    return "Sample[hash=" + hash.length() + " characters]";
  }
}
