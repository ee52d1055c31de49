package dev.muster.app.store;

import dev.muster.user.GroupId;
import dev.muster.user.Realm;
import dev.muster.user.User;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * The groups of realms and of services. A {@link GroupId} without a service names a group of the
 * given realm; for a group of a service, the realm makes no difference. Memberships are stored in
 * the users' rows. All methods take part in a running transaction.
 */
public interface Groups {

  boolean exists(Realm realm, GroupId group);

  /**
   * Creates a group, unless it exists. The key of a realm's group is its name.
   *
   * @throws IllegalStateException if the service does not exist
   */
  void create(Realm realm, GroupId group);

  /**
   * Makes {@code child} a subgroup of {@code parent}, unless it is one already.
   *
   * @throws GroupCycle if the parent is the child, or a subgroup of it at any depth
   * @throws IllegalStateException if one of the two does not exist
   */
  void link(Realm realm, GroupId parent, GroupId child) throws GroupCycle;

  /** The direct subgroups of a group, sorted. */
  List<GroupId> subgroups(Realm realm, GroupId group);

  /** The groups that contain a group, at any depth, sorted. */
  List<GroupId> ancestors(Realm realm, GroupId group);

  /** All groups of the realm and of the services, sorted. */
  List<GroupId> all(Realm realm);

  /**
   * Passes the direct members of a group to {@code reader}, in order of their creation. Members of
   * a service's group may belong to any realm.
   */
  default void members(Realm realm, GroupId group, Consumer<User> reader) {
    members(realm, List.of(group), reader);
  }

  /**
   * A page of the direct members of a group, in order of their creation. It may have fewer members
   * than the limit, or none, although more follow: only some users are looked at for a page.
   *
   * @param after only users after this one
   */
  UserPage members(Realm realm, GroupId group, UserCursor after, int limit);

  /** Passes the direct members of several groups to {@code reader}, each user once. */
  void members(Realm realm, Collection<GroupId> groups, Consumer<User> reader);
}
