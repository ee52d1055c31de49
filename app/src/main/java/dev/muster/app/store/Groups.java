package dev.muster.app.store;

import dev.muster.user.GroupId;
import dev.muster.user.Realm;
import dev.muster.user.User;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * The groups of a realm and of all services. A group without a service is one of the realm that is
 * named; a group of a service is the same whichever realm is. Who is a member is written in the
 * users themselves. Takes part in the store's transactions.
 */
public interface Groups {

  boolean exists(Realm realm, GroupId group);

  /**
   * Makes a group, unless it exists. One without a service has its name as key.
   *
   * @throws IllegalStateException if the service does not exist
   */
  void create(Realm realm, GroupId group);

  /**
   * Makes one group a subgroup of another, unless it is already.
   *
   * @throws GroupCycle if the parent is the child, or a subgroup of it at any depth
   * @throws IllegalStateException if one of the two does not exist
   */
  void link(Realm realm, GroupId parent, GroupId child) throws GroupCycle;

  /** The groups that were linked to a group as its subgroups, sorted. */
  List<GroupId> subgroups(Realm realm, GroupId group);

  /** The groups that a group is a subgroup of, at any depth, sorted. */
  List<GroupId> ancestors(Realm realm, GroupId group);

  /** All groups of the realm and of the services, sorted. */
  List<GroupId> all(Realm realm);

  /**
   * Hands out the direct members of a group, in the order they were made, one at a time. Members of
   * a service's group may be of any realm.
   */
  default void members(Realm realm, GroupId group, Consumer<User> reader) {
    members(realm, List.of(group), reader);
  }

  /** The same for those who are direct members of at least one of several groups, each once. */
  void members(Realm realm, Collection<GroupId> groups, Consumer<User> reader);
}
