package dev.muster.app.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How passwords that come in as they are typed are encoded. Those that come in as hashes stay as
 * they are.
 *
 * @param scheme which of the two to use
 * @param bcryptCost binary logarithm of bcrypt's rounds
 * @param argon2MemoryKib Argon2's memory m
 * @param argon2Passes Argon2's number of passes t
 * @param argon2Lanes Argon2's degree of parallelism p
 */
public record PasswordSettings(
    Scheme scheme, int bcryptCost, int argon2MemoryKib, int argon2Passes, int argon2Lanes) {

  /** What OWASP recommends for Argon2id, and bcrypt at a comparable price. */
  public static final PasswordSettings DEFAULTS =
      new PasswordSettings(Scheme.ARGON2ID, 12, 19 * 1024, 2, 1);

  /** A way to encode. */
  public enum Scheme {
    ARGON2ID,
    BCRYPT;

    static Optional<Scheme> named(String name) {
      return Stream.of(values())
          .filter(scheme -> scheme.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst();
    }
  }
}
