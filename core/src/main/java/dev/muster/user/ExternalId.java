package dev.muster.user;

import java.util.Optional;

/**
 * The id of a user in the system that it came from.
 *
 * @param source the system's name; it has no colon
 * @param id opaque, case-sensitive, never empty
 */
public record ExternalId(String source, String id) implements Comparable<ExternalId> {

  /** Parses {@code SOURCE:ID}; empty if one of the two is missing. */
  public static Optional<ExternalId> parse(String text) {
    int colon = text.indexOf(':');
    return colon < 1 || colon == text.length() - 1
        ? Optional.empty()
        : Optional.of(new ExternalId(text.substring(0, colon), text.substring(colon + 1)));
  }

  @Override
  public int compareTo(ExternalId other) {
    int bySource = source.compareTo(other.source);
    return bySource != 0 ? bySource : id.compareTo(other.id);
  }
}
