package dev.muster.app.hash;

import dev.muster.password.EncodedHash;
import dev.muster.password.HashReplacement;
import dev.muster.password.HashSchemes;
import dev.muster.password.PasswordMaker;
import dev.muster.password.ReplacedHash;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes better hashes of passwords that are known to be right. Thread-safe. */
public final class Rehashing {

  /**
   * The least salt, in bytes, of a hash that may be recognised later. The digest of a hash with
   * less salt could be guessed faster than the better hash.
   */
  static final int SALT_MIN = 8;

  private final HashSchemes schemes;
  private final RehashRule rule;
  private final PasswordMaker preferred;

  /**
   * Makes hashes.
   *
   * @param schemes those of all stored hashes
   * @param preferred hashes as new plain-text passwords are hashed
   */
  public Rehashing(HashSchemes schemes, RehashRule rule, PasswordMaker preferred) {
    this.schemes = schemes;
    this.rule = rule;
    this.preferred = preferred;
  }

  /** A better hash of a password; empty if the stored one is good. Takes long if it is not. */
  public Optional<HashReplacement> replacement(EncodedHash stored, String password) {
    if (!rule.isWeak(stored) || isOfOthersToo(stored, password)) {
      return Optional.empty();
    }
    EncodedHash better = preferred.hash(password);
    return rule.improves(stored, better)
        ? Optional.of(new HashReplacement(stored, better, recognisable(stored)))
        : Optional.empty();
  }

  /**
   * Whether a hash is also of other passwords, because its scheme reads only the beginning, or
   * ignores case or blanks. Then what was typed need not be the password that the user knows.
   */
  private boolean isOfOthersToo(EncodedHash stored, String password) {
    return Stream.of(password + "x", password + " ", swappedCase(password))
        .filter(other -> !other.equals(password))
        .anyMatch(other -> schemes.verify(stored, other.getBytes(StandardCharsets.UTF_8)));
  }

  private static String swappedCase(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper;
  }

  private Optional<ReplacedHash> recognisable(EncodedHash stored) {
    int salt = schemes.byName(stored.scheme()).map(scheme -> scheme.saltLength(stored)).orElse(0);
    return salt >= SALT_MIN ? Optional.of(ReplacedHash.of(stored)) : Optional.empty();
  }
}
