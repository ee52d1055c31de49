package dev.muster.password;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Recognises texts in which systems write hashes of other schemes. {@code {bcrypt}$2a$10$…} is
 * bcrypt, as Spring Security writes it. Thread-safe.
 */
public interface HashSpellings {

  /** Recognises nothing. */
  HashSpellings NONE = encoded -> Optional.empty();

  /**
   * The hash in another text. Empty if the text is no such spelling, or is not well-formed.
   *
   * @param encoded any text at all
   */
  Optional<Respelled> respelled(String encoded);

  /**
   * The spelling of a name, for an input that names it. It also reads texts that do not tell by
   * themselves what they are. Empty if there is none.
   */
  default Optional<HashSpellings> named(String name) {
    return Optional.empty();
  }

  /** The names that {@link #named} knows. */
  default List<String> names() {
    return List.of();
  }

  /**
   * The names of other schemes whose hashes are read too if the input names a scheme, because the
   * same systems write both.
   */
  default List<String> besides(String scheme) {
    return List.of();
  }

  /** The name of the spelling that recognises a text. */
  default Optional<String> nameOf(String encoded) {
    return Optional.empty();
  }

  /**
   * A hash in the text format of its scheme.
   *
   * @param scheme the scheme's name; empty if the text itself tells, by its scheme's format or by
   *     another spelling
   * @param text a secret
   */
  record Respelled(Optional<String> scheme, String text) {

    public Respelled {
      requireNonNull(scheme, "scheme is null");
      requireNonNull(text, "text is null");
    }

    /** A hash of a scheme. */
    public static Respelled of(String scheme, String text) {
      return new Respelled(Optional.of(scheme), text);
    }

    /** A text that is to be read like any other. */
    public static Respelled of(String text) {
      return new Respelled(Optional.empty(), text);
    }

    /** Never the text. */
    @Override
    public String toString() {
      return "Respelled[scheme=" + scheme.orElse("") + "]";
    }
  }
}
