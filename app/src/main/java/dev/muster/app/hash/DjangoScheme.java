package dev.muster.app.hash;

import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A scheme of Django's: the name of an algorithm, {@code $}, and what that algorithm likes, as in
 * {@code pbkdf2_sha256$260000$SALT$BASE64}.
 *
 * <p>A text with a known name and the wrong structure is malformed with Django's own words, {@code
 * Invalid format for pbkdf2_sha256 hasher}.
 *
 * <p>Source: Django's documentation, "Password management in Django", and its {@code
 * django.contrib.auth.hashers}.
 */
final class DjangoScheme implements HashScheme {

  private final String name;
  private final String algorithm;
  private final Predicate<String> recognised;
  private final Function<String, Optional<ParsedHash>> parser;
  private final CostBounds bounds;

  /**
   * @param algorithm the name Django gives it in messages
   * @param recognised tells this scheme's texts from all others', sound or not
   * @param parser given a recognised text, the whole of it; empty if its structure is wrong
   */
  DjangoScheme(
      String name,
      String algorithm,
      Predicate<String> recognised,
      Function<String, Optional<ParsedHash>> parser,
      CostBounds bounds) {
    this.name = name;
    this.algorithm = algorithm;
    this.recognised = recognised;
    this.parser = parser;
    this.bounds = bounds;
  }

  /** Tells whether Django would look for the algorithm of that name. */
  static boolean claims(String algorithm, String encoded) {
    return encoded.startsWith(algorithm)
        && (encoded.length() == algorithm.length() || encoded.charAt(algorithm.length()) == '$');
  }

  /** What follows the first {@code $}; the whole text if there is none. */
  static String withoutAlgorithm(String encoded) {
    return encoded.substring(encoded.indexOf('$') + 1);
  }

  static String invalidFormat(String algorithm) {
    return "Invalid format for " + algorithm + " hasher";
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public HashReading read(String encoded) {
    return recognised.test(encoded)
        ? ParsedHash.reading(
            parser.apply(encoded), bounds, new EncodedHash(name, encoded), invalidFormat(algorithm))
        : new HashReading.NotMine();
  }

  @Override
  public boolean verify(EncodedHash hash, byte[] passwordUtf8) {
    return ParsedHash.accepted(parser.apply(hash.encoded()), hash).matches(passwordUtf8);
  }
}
