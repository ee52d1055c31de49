package dev.muster.password;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading a text that may be a hash of a scheme.
 *
 * <p>Messages are for operators. They never contain any part of the text that was read.
 */
public sealed interface HashReading {

  /**
   * Calls the function for this kind of reading.
   *
   * @param refused receives the message of a {@link Refused}
   */
  default <T extends @Nullable Object> T fold(
      Function<EncodedHash, T> accepted, Supplier<T> notMine, Function<String, T> refused) {
    if (this instanceof Accepted good) {
      return accepted.apply(good.hash());
    }
    return this instanceof Refused bad ? refused.apply(bad.message()) : notMine.get();
  }

  /**
   * This reading.
   *
   * @param watch receives the hash if it is accepted
   */
  default HashReading watchedBy(Consumer<EncodedHash> watch) {
    if (this instanceof Accepted good) {
      watch.accept(good.hash());
    }
    return this;
  }

  /** This reading, with unverifiable hashes accepted, for an import that keeps them. */
  default HashReading acceptingUnverifiable() {
    return this instanceof Unverifiable kept ? new Accepted(kept.hash()) : this;
  }

  /**
   * This reading, with what to do in one format about a text that is the password itself.
   *
   * @param remedy goes on after a semicolon
   */
  default HashReading advisingOfCleartext(String remedy) {
    return this instanceof Cleartext plain ? new Cleartext(plain.password(), remedy) : this;
  }

  /**
   * A well-formed hash whose cost is within the limits.
   *
   * @param hash what to store
   */
  record Accepted(EncodedHash hash) implements HashReading {}

  /** The text does not begin like a hash of this scheme; another scheme may recognise it. */
  record NotMine() implements HashReading {}

  /** The text looks like a hash of this scheme, but must not be stored. */
  sealed interface Refused extends HashReading {

    String message();
  }

  /**
   * The text looks like a hash of this scheme but is not well-formed, so no password can match it.
   * Two of them are equal if their messages are.
   */
  final class Malformed implements Refused {

    private final String refusal;
    private final Supplier<Optional<String>> reason;

    /**
     * A text that is not well-formed.
     *
     * @param refusal what is wrong, such as {@code Invalid format for pbkdf2_sha256 hasher}
     */
    public Malformed(String refusal) {
      this(refusal, Optional::empty);
    }

    /**
     * The same with a reason.
     *
     * @param reason which part is wrong, in words; called only when the message is needed, because
     *     many texts are read by several schemes
     */
    public Malformed(String refusal, Supplier<Optional<String>> reason) {
      this.refusal = refusal;
      this.reason = reason;
    }

    /** Such as {@code not a sound nt hash: it has 31 characters, and must have 32}. */
    @Override
    public String message() {
      return refusal + reason.get().map(words -> ": " + words).orElse("");
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Malformed that && message().equals(that.message());
    }

    @Override
    public int hashCode() {
      return message().hashCode();
    }

    @Override
    public String toString() {
      return "Malformed[" + message() + "]";
    }
  }

  /**
   * A well-formed hash with a cost parameter outside {@link CostBounds}.
   *
   * @param message names the parameter and its limit
   */
  record OutOfBounds(String message) implements Refused {}

  /**
   * A hash that needs a pepper which the settings do not have. It is not stored even by an import
   * that keeps unverifiable hashes, because its users could never log in.
   *
   * @param pepper its name
   */
  record MissingPepper(String pepper) implements Refused {

    @Override
    public String message() {
      return "The recipe needs the pepper \""
          + pepper
          + "\", which passwords.peppers in muster.yml does not have.";
    }
  }

  /**
   * The text has the password itself. It is not stored as it is, even by an import that keeps
   * unverifiable hashes; a format with plain passwords can take it as one.
   *
   * @param password a secret
   * @param remedy what to do instead
   */
  record Cleartext(String password, String remedy) implements Refused {

    /** With a remedy for whoever knows no format yet. */
    public Cleartext(String password) {
      this(password, "a RestAuth document takes plain passwords, which are hashed");
    }

    @Override
    public String message() {
      return "this is the password itself, and no hash; " + remedy;
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "Cleartext[]";
    }
  }

  /**
   * A hash of a scheme that Muster can't compute, or that needs a key which its system stores
   * elsewhere. No password can be verified against it.
   *
   * @param hash what to store if the import keeps unverifiable hashes
   * @param message names the scheme, and the key
   */
  record Unverifiable(EncodedHash hash, String message) implements Refused {}
}
