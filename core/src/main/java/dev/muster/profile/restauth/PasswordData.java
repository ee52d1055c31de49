package dev.muster.profile.restauth;

import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.Remark;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A password in the input. {@code toString} never shows it. */
public sealed interface PasswordData {

  /** What messages have in place of a recipe, which may have secrets in it. */
  String RECIPE = "recipe";

  /** There is no {@code password}. */
  record Absent() implements PasswordData {}

  /** An empty text: no password works. */
  record Unusable() implements PasswordData {}

  /** The password itself, not empty. */
  record Plain(String text) implements PasswordData {
    @Override
    public String toString() {
      return "Plain[]";
    }
  }

  /** A generated password for a new user whose entry has none. */
  record Generated(String text) implements PasswordData {

    @Override
    public String toString() {
      return "Generated[]";
    }
  }

  /** A hash that can be verified, or that is accepted unverified. */
  record Hashed(EncodedHash hash) implements PasswordData {}

  /**
   * A hash that is not accepted.
   *
   * @param algorithm the algorithm's name in the input
   * @param reason why the hash is not accepted; empty if the algorithm is unknown
   */
  record Unsupported(String algorithm, Optional<String> reason) implements PasswordData {

    /** Algorithms that RestAuth never supports, because they depend on the user's name. */
    private static final Set<String> NEVER_SUPPORTED =
        Set.of("postgres_md5", "oracle10", "msdcc", "msdcc2");

    /**
     * Why this hash is not accepted although its algorithm may be known; empty if RestAuth's
     * message says everything.
     */
    public Optional<String> fault() {
      return NEVER_SUPPORTED.contains(algorithm) ? Optional.empty() : reason;
    }

    /** RestAuth's message, with the reason if it is known. */
    public String warning() {
      return reason
          .map(known -> Remark.HASH_SKIPPED_BECAUSE.with(algorithm, known))
          .orElseGet(() -> RestAuthLines.unsupported(algorithm));
    }
  }

  /** A value that is not a password; the record fails if it would be applied. */
  record Wrong(Problem problem) implements PasswordData {}

  /**
   * Whether the input has a password to set. An empty text counts; a hash that is not accepted and
   * a generated password don't.
   */
  default boolean given() {
    return this instanceof Unusable || this instanceof Plain || this instanceof Hashed;
  }

  /**
   * Reads the member {@code password}.
   *
   * @param value null if the member is absent
   * @param hashes reads a hash, given the algorithm's name and the hash
   * @param complaint the message about a value that is neither text nor object, by its Python type
   */
  static PasswordData of(
      @Nullable Value value,
      BiFunction<String, String, HashReading> hashes,
      UnaryOperator<String> complaint) {
    if (value == null) {
      return new Absent();
    }
    if (value instanceof Value.Text text) {
      return text.text().isEmpty() ? new Unusable() : new Plain(text.text());
    }
    return value instanceof Struct struct
        ? hash(struct, hashes)
        : wrong(complaint.apply(PythonType.of(value)));
  }

  private static PasswordData hash(Struct struct, BiFunction<String, String, HashReading> hashes) {
    String algorithm = struct.text("algorithm");
    String hash = struct.text("hash");
    if (algorithm == null || hash == null || struct.size() != 2) {
      return wrong("a password object has the texts \"algorithm\" and \"hash\", and nothing else");
    }
    if (algorithm.equals("django") && hash.startsWith("!")) {
      return new Unusable(); // as Django writes it
    }
    HashReading reading = hashes.apply(algorithm, hash);
    if (reading instanceof HashReading.MissingPepper missing) {
      return new Wrong(Problem.at(ProblemCode.VALUE_ERROR, missing.message(), "/password"));
    }
    if (reading instanceof HashReading.Cleartext plain) {
      return plain.password().isEmpty() ? new Unusable() : new Plain(plain.password());
    }
    String shown = algorithm.indexOf('(') < 0 ? algorithm : RECIPE;
    return reading.fold(
        Hashed::new,
        () -> new Unsupported(shown, Optional.empty()),
        reason -> new Unsupported(shown, Optional.of(reason)));
  }

  private static PasswordData wrong(String message) {
    return new Wrong(Problem.at(ProblemCode.TYPE_ERROR, message, "/password"));
  }
}
