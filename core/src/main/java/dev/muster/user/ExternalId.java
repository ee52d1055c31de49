package dev.muster.user;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The id of a user in the system that it came from. Immutable and thread-safe. */
public final class ExternalId implements Comparable<ExternalId> {

  private final String source;
  private final String id;
  private final Key key; // made once, because an import looks each key up several times

  /**
   * An id in a system.
   *
   * @param source the system's name; it has no colon
   * @param id opaque, case-sensitive, never empty
   */
  public ExternalId(String source, String id) {
    this.source = source;
    this.id = id;
    this.key = Key.ofExternalId(source, id);
  }

  /** Parses {@code SOURCE:ID}; empty if one of the two is missing. */
  public static Optional<ExternalId> parse(String text) {
    int colon = text.indexOf(':');
    return colon < 1 || colon == text.length() - 1
        ? Optional.empty()
        : Optional.of(new ExternalId(text.substring(0, colon), text.substring(colon + 1)));
  }

  /** The system's name. */
  public String source() {
    return source;
  }

  /** The id within the system. */
  public String id() {
    return id;
  }

  /** The key by which the user is found. */
  public Key key() {
    return key;
  }

  @Override
  public int compareTo(ExternalId other) {
    int bySource = source.compareTo(other.source);
    return bySource != 0 ? bySource : id.compareTo(other.id);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ExternalId that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  /** {@code SOURCE:ID}. */
  @Override
  public String toString() {
    return source + ":" + id;
  }
}
