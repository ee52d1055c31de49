package dev.muster.app.hash.scheme;

import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import java.util.Optional;

/** A parsed hash: its parameters, salt and digest. Immutable. */
public interface ParsedHash {

  /** The first parameter that exceeds its limit, in words; empty if all are within their limits. */
  Optional<String> outside(CostBounds bounds);

  /** What is missing for a verification, in words; empty if nothing is. */
  default Optional<String> lacking() {
    return Optional.empty();
  }

  /** The password, if the text has it instead of a hash; a secret. */
  default Optional<String> cleartext() {
    return Optional.empty();
  }

  /** The length of the salt in bytes; 0 if there is none, or its form is not known. */
  default int saltLength() {
    return 0;
  }

  /** Computes the digest of the password, at full cost, and compares it in constant time. */
  boolean matches(byte[] passwordUtf8);

  /**
   * The reading of a text that a scheme has recognised and tried to parse.
   *
   * @param parsed empty if the text could not be parsed
   * @param hash what to store if the text is accepted
   * @param malformed the reading of a text that could not be parsed
   */
  static HashReading reading(
      Optional<? extends ParsedHash> parsed,
      CostBounds bounds,
      EncodedHash hash,
      HashReading.Malformed malformed) {
    if (parsed.isEmpty()) {
      return malformed;
    }
    return parsed
        .get()
        .cleartext()
        .<HashReading>map(HashReading.Cleartext::new)
        .or(
            () ->
                parsed.get().lacking().map(message -> new HashReading.Unverifiable(hash, message)))
        .or(() -> parsed.get().outside(bounds).map(HashReading.OutOfBounds::new))
        .orElseGet(() -> new HashReading.Accepted(hash));
  }

  /**
   * The parsed form of a hash that was accepted earlier.
   *
   * @throws IllegalStateException if it can't be parsed, so was never accepted
   */
  static ParsedHash accepted(Optional<? extends ParsedHash> parsed, EncodedHash hash) {
    if (parsed.isEmpty()) {
      throw new IllegalStateException("never accepted: " + hash);
    }
    return parsed.get();
  }
}
