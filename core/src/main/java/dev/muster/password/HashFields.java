package dev.muster.password;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A hash whose parameters are in fields of their own, as in Auth0's {@code custom_password_hash}.
 *
 * @param algorithm its name at Auth0, such as {@code sha256}
 * @param hash the digest, or a text with all parameters if the algorithm has such a text
 * @param digest the digest of an HMAC; null for other algorithms
 * @param key the key of an HMAC; null for other algorithms
 * @param salt null if there is none, or if it is in the text of the hash
 * @param saltAfter whether the salt comes after the password instead of before it
 * @param passwordEncoding how the password becomes bytes, such as {@code utf16le}
 * @param scrypt the parameters of scrypt; null for other algorithms
 */
public record HashFields(
    String algorithm,
    EncodedText hash,
    @Nullable String digest,
    @Nullable EncodedText key,
    @Nullable EncodedText salt,
    boolean saltAfter,
    String passwordEncoding,
    @Nullable Scrypt scrypt) {

  /** Where a problem is. */
  public enum Field {
    HASH,
    KEY,
    SALT,
    KEY_LENGTH,
    COST,
    BLOCK_SIZE,
    PARALLELIZATION
  }

  /**
   * The parameters of scrypt (RFC 7914).
   *
   * @param keyLength of the hash, in bytes
   * @param n the cost N
   * @param r the block size
   * @param p the parallelization
   */
  public record Scrypt(long keyLength, long n, long r, long p) {}

  /** The result of reading the fields. */
  public sealed interface Reading {

    /** A hash that passwords can be verified with. */
    record Accepted(EncodedHash hash) implements Reading {}

    /**
     * Fields that no password can be verified with, or only at too high a cost.
     *
     * @param tooCostly whether a limit is exceeded
     * @param message names the limit, or says what is wrong; without any part of the hash
     */
    record Refused(Field field, boolean tooCostly, String message) implements Reading {}
  }

  /** Reads hashes that come as fields. Thread-safe. */
  public interface Reader {

    Reading read(HashFields fields);

    /**
     * Whether a stored hash came as fields, and no right password has replaced it since.
     *
     * @param stored any stored hash
     */
    boolean made(EncodedHash stored);

    /**
     * The same reader.
     *
     * @param watch receives each hash that is accepted; thread-safe
     */
    default Reader watchedBy(Consumer<EncodedHash> watch) {
      Reader unwatched = this;
      return new Reader() {
        @Override
        public Reading read(HashFields fields) {
          Reading reading = unwatched.read(fields);
          if (reading instanceof Reading.Accepted accepted) {
            watch.accept(accepted.hash());
          }
          return reading;
        }

        @Override
        public boolean made(EncodedHash stored) {
          return unwatched.made(stored);
        }
      };
    }
  }
}
