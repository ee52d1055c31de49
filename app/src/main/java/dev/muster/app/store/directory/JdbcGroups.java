package dev.muster.app.store.directory;

import dev.muster.app.store.Catalogs;
import dev.muster.app.store.GroupCycle;
import dev.muster.app.store.Groups;
import dev.muster.app.store.UserCursor;
import dev.muster.app.store.UserPage;
import dev.muster.app.store.directory.GroupLinks.Place;
import dev.muster.app.store.sql.Sql;
import dev.muster.user.GroupId;
import dev.muster.user.Realm;
import dev.muster.user.Role;
import dev.muster.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Groups in the tables {@code groups}, {@code service_groups} and {@code group_links}. */
public final class JdbcGroups implements Groups {

  private final Sql sql;
  private final Catalogs catalogs;
  private final Memberships memberships;
  private final GroupLinks links;

  public JdbcGroups(Sql sql, Catalogs catalogs, Memberships memberships) {
    this.sql = sql;
    this.catalogs = catalogs;
    this.memberships = memberships;
    this.links = new GroupLinks(sql);
  }

  @Override
  public boolean exists(Realm realm, GroupId group) {
    return place(realm, group).isPresent();
  }

  @Override
  public void create(Realm realm, GroupId group) {
    if (group.service() == null) {
      catalogs.createGroup(realm.number(), new Role(group.name(), group.name()));
    } else {
      sql.execute(
          "INSERT INTO service_groups (service, name) VALUES (?, ?) ON CONFLICT DO NOTHING",
          service(group.service())
              .orElseThrow(() -> new IllegalStateException("no service of " + group)),
          group.name());
    }
  }

  @Override
  public void link(Realm realm, GroupId parent, GroupId child) throws GroupCycle {
    Optional<List<GroupId>> back = sql.inTransaction(() -> linked(realm, parent, child));
    if (back.isPresent()) {
      throw new GroupCycle(Stream.concat(Stream.of(parent), back.get().stream()).toList());
    }
  }

  /** Adds a link, unless it would close a cycle; the path from child to parent if there is one. */
  private Optional<List<GroupId>> linked(Realm realm, GroupId parent, GroupId child) {
    Place above = existing(realm, parent);
    Place below = existing(realm, child);
    Optional<List<GroupId>> back = links.path(below, above);
    if (back.isEmpty()) {
      links.add(above, below);
    }
    return back;
  }

  @Override
  public List<GroupId> subgroups(Realm realm, GroupId group) {
    return place(realm, group)
        .map(place -> links.children(place, realm.number()))
        .orElse(List.of());
  }

  @Override
  public List<GroupId> ancestors(Realm realm, GroupId group) {
    return place(realm, group)
        .map(place -> links.ancestors(place, realm.number()))
        .orElse(List.of());
  }

  @Override
  public List<GroupId> all(Realm realm) {
    List<GroupId> all = new ArrayList<>();
    catalogs.groups(realm).forEach(group -> all.add(new GroupId(null, group.key())));
    all.addAll(
        sql.list(
            "SELECT s.name, g.name FROM service_groups AS g"
                + " JOIN services AS s ON s.number = g.service",
            row -> new GroupId(row.getString(1), row.getString(2))));
    all.sort(null);
    return all;
  }

  @Override
  public void members(Realm realm, Collection<GroupId> groups, Consumer<User> reader) {
    memberships.each(realm, groups, reader);
  }

  @Override
  public UserPage members(Realm realm, GroupId group, UserCursor after, int limit) {
    return memberships.page(realm, group, after, limit);
  }

  private Place existing(Realm realm, GroupId group) {
    return place(realm, group).orElseThrow(() -> new IllegalStateException("no " + group));
  }

  /** A group's row; empty if there is no such group. */
  private Optional<Place> place(Realm realm, GroupId group) {
    if (group.service() == null) {
      return sql.first(
          "SELECT 1 FROM groups WHERE realm = ? AND key = ?",
          row -> new Place(realm.number(), 0, group),
          realm.number(),
          group.name());
    }
    return sql.first(
        "SELECT g.service FROM service_groups AS g JOIN services AS s ON s.number = g.service"
            + " WHERE s.name = ? AND g.name = ?",
        row -> new Place(0, row.getLong(1), group),
        group.service(),
        group.name());
  }

  private Optional<Long> service(String name) {
    return sql.first("SELECT number FROM services WHERE name = ?", row -> row.getLong(1), name);
  }
}
