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

  /** Calls the one function that fits this reading. */
  <T extends @Nullable Object> T fold(
      Function<EncodedHash, T> accepted,
      Supplier<T> notMine,
      Function<String, T> malformed,
      Function<String, T> outOfBounds);

  /**
   * A sound hash whose cost is bearable.
   *
   * @param hash what to store
   */
  record Accepted(EncodedHash hash) implements HashReading {
    @Override
    public <T extends @Nullable Object> T fold(
        Function<EncodedHash, T> accepted,
        Supplier<T> notMine,
        Function<String, T> malformed,
        Function<String, T> outOfBounds) {
      return accepted.apply(hash);
    }
  }

  /** The text does not even begin as this scheme's hashes do; another scheme may know it. */
  record NotMine() implements HashReading {
    @Override
    public <T extends @Nullable Object> T fold(
        Function<EncodedHash, T> accepted,
        Supplier<T> notMine,
        Function<String, T> malformed,
        Function<String, T> outOfBounds) {
      return notMine.get();
    }
  }

  /**
   * The text claims to be this scheme's, but no password could ever be verified against it.
   *
   * @param message what is wrong, such as {@code Invalid format for pbkdf2_sha256 hasher}
   */
  record Malformed(String message) implements HashReading {
    @Override
    public <T extends @Nullable Object> T fold(
        Function<EncodedHash, T> accepted,
        Supplier<T> notMine,
        Function<String, T> malformed,
        Function<String, T> outOfBounds) {
      return malformed.apply(message);
    }
  }

  /**
   * A sound hash with a cost parameter outside {@link CostBounds}.
   *
   * @param message names the parameter and its bounds
   */
  record OutOfBounds(String message) implements HashReading {
    @Override
    public <T extends @Nullable Object> T fold(
        Function<EncodedHash, T> accepted,
        Supplier<T> notMine,
        Function<String, T> malformed,
        Function<String, T> outOfBounds) {
      return outOfBounds.apply(message);
    }
  }
}
