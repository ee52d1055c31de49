package dev.muster.password;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a scheme makes of a text that may be one of its hashes.
 *
 * <p>Messages are for the person who imports. They never hold any part of the text that was read.
 */
public sealed interface HashReading {

  /**
   * Calls the one function that fits this reading.
   *
   * @param refused takes the message of a {@link Refused}
   */
  default <T extends @Nullable Object> T fold(
      Function<EncodedHash, T> accepted, Supplier<T> notMine, Function<String, T> refused) {
    if (this instanceof Accepted good) {
      return accepted.apply(good.hash());
    }
    return this instanceof Refused bad ? refused.apply(bad.message()) : notMine.get();
  }

  /** This reading where hashes are to be kept even if they can't be verified. */
  default HashReading acceptingUnverifiable() {
    return this instanceof Unverifiable kept ? new Accepted(kept.hash()) : this;
  }

  /**
   * A sound hash whose cost is bearable.
   *
   * @param hash what to store
   */
  record Accepted(EncodedHash hash) implements HashReading {}

  /** The text does not even begin as this scheme's hashes do; another scheme may know it. */
  record NotMine() implements HashReading {}

  /** The text is this scheme's, or claims to be, and is not to be stored. */
  sealed interface Refused extends HashReading {

    String message();
  }

  /**
   * The text claims to be this scheme's, but no password could ever be verified against it.
   *
   * @param message what is wrong, such as {@code Invalid format for pbkdf2_sha256 hasher}
   */
  record Malformed(String message) implements Refused {}

  /**
   * A sound hash with a cost parameter outside {@link CostBounds}.
   *
   * @param message names the parameter and its bounds
   */
  record OutOfBounds(String message) implements Refused {}

  /**
   * A hash of a scheme that is known by name only, or one that lacks a key which its system keeps
   * elsewhere: nobody could log in with it here.
   *
   * @param hash what to store where its owner wants it kept all the same
   * @param message names the scheme, and the key
   */
  record Unverifiable(EncodedHash hash, String message) implements Refused {}
}
