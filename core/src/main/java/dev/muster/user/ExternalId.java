package dev.muster.user;

/**
 * The id of a user in the system that it came from.
 *
 * @param source the system's name; it has no colon
 * @param id opaque, case-sensitive, never empty
 */
public record ExternalId(String source, String id) implements Comparable<ExternalId> {

  @Override
  public int compareTo(ExternalId other) {
    int bySource = source.compareTo(other.source);
    return bySource != 0 ? bySource : id.compareTo(other.id);
  }
}
