package dev.muster.user;

import org.jspecify.annotations.Nullable;

/**
 * Identifies a group by its service and name. Sorted by service, then by name; groups without a
 * service come first.
 *
 * @param service the name of the service that the group belongs to; null for a group of a realm
 * @param name the group's name, which for a group of a realm is its key
 */
public record GroupId(@Nullable String service, String name) implements Comparable<GroupId> {

  @Override
  public int compareTo(GroupId other) {
    int byService =
        service == null || other.service == null
            ? Boolean.compare(service != null, other.service != null)
            : service.compareTo(other.service);
    return byService == 0 ? name.compareTo(other.name) : byService;
  }

  /** The name in messages: {@code staff}, or {@code staff of service wiki}. */
  public String inWords() {
    return service == null ? name : name + " of service " + service;
  }
}
