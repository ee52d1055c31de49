package dev.muster.app.hash.scheme;

import static dev.muster.app.hash.scheme.Advice.UNVERIFIABLE;

import dev.muster.password.CostBounds;
import dev.muster.password.HashScheme;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An entry of the registry of password schemes.
 *
 * @param name see {@link HashScheme#name}
 * @param within creates the scheme with the given cost limits
 */
public record KnownScheme(String name, About about, Function<CostBounds, HashScheme> within) {

  /**
   * A scheme whose hashes can be recognised.
   *
   * @param recognised whether a text looks like a hash of this scheme and of no other, well-formed
   *     or not
   * @param parser empty for a recognised text that is not well-formed
   */
  public static KnownScheme of(
      String name, Predicate<String> recognised, HashParser parser, About about) {
    Optional<String> example = Optional.of(about.example());
    return of(name, recognised, parser, text -> example, about);
  }

  /**
   * The same, whose hashes have parts of several lengths.
   *
   * @param sound a sound hash with parts of the lengths that a text must have; empty if that can't
   *     be told
   */
  public static KnownScheme of(
      String name,
      Predicate<String> recognised,
      HashParser parser,
      Function<String, Optional<String>> sound,
      About about) {
    String malformed = "not a sound " + name + " hash";
    return new KnownScheme(
        name, about, bounds -> new TextScheme(name, recognised, parser, malformed, sound, bounds));
  }

  /**
   * The same with a message of its own, which gives no reason.
   *
   * @param malformed the message for a text that is not well-formed
   */
  public static KnownScheme of(
      String name, Predicate<String> recognised, HashParser parser, String malformed, About about) {
    return new KnownScheme(
        name,
        about,
        bounds ->
            new TextScheme(name, recognised, parser, malformed, text -> Optional.empty(), bounds));
  }

  /** A scheme whose hashes can't be recognised. The input has to name it. */
  public static KnownScheme named(String name, HashParser parser, About about) {
    return of(name, text -> false, parser, about);
  }

  /** A scheme whose hashes are recognised but can't be verified. */
  public static KnownScheme unverifiable(String name, Predicate<String> recognised, About about) {
    return unverifiable(name, recognised, about, "");
  }

  /**
   * The same with a remedy.
   *
   * @param remedy how such hashes can be verified after all, in words; empty if they can't
   */
  public static KnownScheme unverifiable(
      String name, Predicate<String> recognised, About about, String remedy) {
    if (about.advice() != UNVERIFIABLE) {
      throw new IllegalArgumentException(name + " has to be documented as unverifiable");
    }
    String more = remedy.isEmpty() ? "" : "; " + remedy;
    return new KnownScheme(name, about, bounds -> new UnverifiableScheme(name, recognised, more));
  }

  /**
   * The parsed form of a hash, as far as the scheme stores the texts that it reads; empty if it is
   * not well-formed.
   */
  public Optional<? extends ParsedHash> parse(String encoded) {
    return within.apply(CostBounds.DEFAULTS) instanceof TextScheme scheme
        ? scheme.parser().parse(encoded)
        : Optional.empty();
  }

  /** Parses a hash. */
  public interface HashParser {

    /** Empty if the text is not well-formed. Computes no hash. */
    Optional<? extends ParsedHash> parse(String encoded);
  }
}
