package dev.muster.password;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A hash as one row of a table has it, in several cells.
 *
 * @param texts the cells that are not empty; secrets
 */
public record HashParts(Map<HashPart, String> texts) {

  public HashParts {
    EnumMap<HashPart, String> copy = new EnumMap<>(HashPart.class);
    copy.putAll(texts);
    texts = Collections.unmodifiableMap(copy);
  }

  public boolean has(HashPart part) {
    return texts.containsKey(part);
  }

  /** The text of a part; empty if its cell is empty or missing. */
  public String text(HashPart part) {
    return texts.getOrDefault(part, "");
  }

  /** Only which parts there are. */
  @Override
  public String toString() {
    return "HashParts" + texts.keySet();
  }

  /** The result of reading the parts. */
  public sealed interface Reading {

    /** A hash that passwords can be verified with. */
    record Accepted(EncodedHash hash) implements Reading {}

    /** There is no hash: the password stays as it is. */
    record NoPassword() implements Reading {}

    /**
     * Parts that no password can be verified with, or only at too high a cost.
     *
     * @param part the part that is wrong
     * @param message what is wrong, without any secret
     */
    record Refused(HashPart part, String message) implements Reading {}
  }

  /** Reads the hashes of tables. Thread-safe. */
  public interface Reader {

    /** Reads a text that tells by itself which scheme it is of. */
    HashReading read(String text);

    /**
     * What else a hash could be than what it is read as; mostly nothing. Quick, and not certain to
     * be about a hash that is accepted.
     *
     * @param scheme the scheme that the row names; empty if it names none
     */
    default Optional<HashDoubt> doubt(String scheme, String text) {
      return Optional.empty();
    }

    /**
     * What a text that {@link #read(String)} does not know probably is, and what to do. Shows no
     * part of the text. Empty if nothing can be said.
     */
    default String explanation(String text) {
      return "";
    }

    /**
     * The message about a pepper that the settings lack; empty if none is missing.
     *
     * @param text a recipe, or a hash with its recipe
     */
    default Optional<String> missingPepper(String text) {
      return Optional.empty();
    }

    /**
     * What is wrong with parts that all rows of a table share, so that no row with a hash could be
     * read, whatever else it has. Empty if nothing is, as far as the parts of rows don't matter.
     *
     * @param constants the shared parts
     * @param columns the parts of which each row has its own
     */
    default Optional<Reading.Refused> fault(HashParts constants, Set<HashPart> columns) {
      return Optional.empty();
    }

    /** Reads a hash whose row has other parts than the text too. */
    Reading read(HashParts parts);
  }
}
