package dev.muster.app.hash;

import static dev.muster.app.hash.About.Standing.UNVERIFIABLE;

import dev.muster.password.CostBounds;
import dev.muster.password.HashScheme;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A password scheme as the registry {@link StandardSchemes} has it.
 *
 * @param name see {@link HashScheme#name}
 * @param within makes the scheme for some bounds
 */
public record KnownScheme(String name, About about, Function<CostBounds, HashScheme> within) {

  /**
   * A scheme whose hashes tell what they are.
   *
   * @param recognised tells this scheme's texts from all others', sound or not
   * @param parser given a recognised text, the whole of it; empty if its structure is wrong
   */
  static KnownScheme of(String name, Predicate<String> recognised, HashParser parser, About about) {
    String malformed = "not a sound " + name + " hash";
    return new KnownScheme(
        name, about, bounds -> new TextScheme(name, recognised, parser, malformed, bounds));
  }

  /** A scheme whose hashes look like others': it has to be named. */
  static KnownScheme named(String name, HashParser parser, About about) {
    return of(name, text -> false, parser, about);
  }

  /** A scheme that is recognised and can't be verified. */
  static KnownScheme unverifiable(String name, Predicate<String> recognised, About about) {
    if (about.standing() != UNVERIFIABLE) {
      throw new IllegalArgumentException(name + " would be refused without a word in the docs");
    }
    return new KnownScheme(name, about, bounds -> new UnverifiableScheme(name, recognised));
  }

  /** Takes a hash apart. */
  interface HashParser {

    /** Empty if the text has another structure; costs nothing that the text could ask for. */
    Optional<? extends ParsedHash> parse(String encoded);
  }
}
