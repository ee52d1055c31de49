package dev.muster.app.hash.scheme;

import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import java.util.Optional;

/** A hash taken apart: its algorithm's parameters, salt and digest. Immutable. */
public interface ParsedHash {

  /** The first parameter that the bounds refuse, in words; empty if a verification is bearable. */
  Optional<String> outside(CostBounds bounds);

  /** What a verification needs and the hash has not, in words; empty if it has everything. */
  default Optional<String> lacking() {
    return Optional.empty();
  }

  /** Computes the password's digest, at full cost, and compares in constant time. */
  boolean matches(byte[] passwordUtf8);

  /**
   * What a scheme says of a text that it has recognised and tried to parse.
   *
   * @param parsed empty if the text could not be parsed
   * @param hash what to store if all is well
   * @param malformed the message if it could not be parsed
   */
  static HashReading reading(
      Optional<? extends ParsedHash> parsed,
      CostBounds bounds,
      EncodedHash hash,
      String malformed) {
    if (parsed.isEmpty()) {
      return new HashReading.Malformed(malformed);
    }
    return parsed
        .get()
        .lacking()
        .<HashReading>map(message -> new HashReading.Unverifiable(hash, message))
        .or(() -> parsed.get().outside(bounds).map(HashReading.OutOfBounds::new))
        .orElseGet(() -> new HashReading.Accepted(hash));
  }

  /**
   * The parsed form of a hash that was accepted earlier.
   *
   * @throws IllegalStateException if it was not, as it cannot be parsed
   */
  static ParsedHash accepted(Optional<? extends ParsedHash> parsed, EncodedHash hash) {
    if (parsed.isEmpty()) {
      throw new IllegalStateException("never accepted: " + hash);
    }
    return parsed.get();
  }
}
