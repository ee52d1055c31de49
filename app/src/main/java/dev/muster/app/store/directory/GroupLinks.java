package dev.muster.app.store.directory;

import dev.muster.app.store.sql.Sql;
import dev.muster.user.GroupId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The links between groups and their subgroups. Queries terminate even if the links form a cycle.
 */
final class GroupLinks {

  private static final String BELOW =
      """
      WITH RECURSIVE below AS (
        SELECT parent_realm, parent_service, parent_name, child_realm, child_service, child_name
          FROM group_links
         WHERE parent_realm = ? AND parent_service = ? AND parent_name = ?
         UNION
        SELECT l.parent_realm, l.parent_service, l.parent_name,
               l.child_realm, l.child_service, l.child_name
          FROM below AS b
          JOIN group_links AS l
            ON l.parent_realm = b.child_realm AND l.parent_service = b.child_service
           AND l.parent_name = b.child_name)
      SELECT b.parent_realm, b.parent_service, b.parent_name, p.name,
             b.child_realm, b.child_service, b.child_name, c.name
        FROM below AS b
        LEFT JOIN services AS p ON p.number = b.parent_service
        LEFT JOIN services AS c ON c.number = b.child_service""";

  private static final String ABOVE =
      """
      WITH RECURSIVE above AS (
        SELECT parent_realm, parent_service, parent_name
          FROM group_links
         WHERE child_realm = ? AND child_service = ? AND child_name = ?
           AND parent_realm IN (0, ?)
         UNION
        SELECT l.parent_realm, l.parent_service, l.parent_name
          FROM above AS a
          JOIN group_links AS l
            ON l.child_realm = a.parent_realm AND l.child_service = a.parent_service
           AND l.child_name = a.parent_name
         WHERE l.parent_realm IN (0, ?))
      SELECT s.name, a.parent_name
        FROM above AS a
        LEFT JOIN services AS s ON s.number = a.parent_service""";

  private static final String CHILDREN =
      """
      SELECT s.name, l.child_name
        FROM group_links AS l
        LEFT JOIN services AS s ON s.number = l.child_service
       WHERE l.parent_realm = ? AND l.parent_service = ? AND l.parent_name = ?
         AND l.child_realm IN (0, ?)""";

  private static final String ADD =
      """
      INSERT INTO group_links (parent_realm, parent_service, parent_name,
                               child_realm, child_service, child_name)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

  private final Sql sql;

  GroupLinks(Sql sql) {
    this.sql = sql;
  }

  /**
   * Identifies a group in the table of links.
   *
   * @param realm the number of its realm; 0 for a group of a service
   * @param service the number of its service; 0 for a group of a realm
   */
  record Place(int realm, long service, GroupId id) {}

  void add(Place parent, Place child) {
    sql.execute(
        ADD,
        parent.realm(),
        parent.service(),
        parent.id().name(),
        child.realm(),
        child.service(),
        child.id().name());
  }

  /** The direct subgroups that a realm sees, sorted. */
  List<GroupId> children(Place of, int realm) {
    return sql
        .list(CHILDREN, GroupLinks::id, of.realm(), of.service(), of.id().name(), realm)
        .stream()
        .sorted()
        .toList();
  }

  /** All groups that a realm sees above one, sorted. */
  List<GroupId> ancestors(Place of, int realm) {
    return sql
        .list(ABOVE, GroupLinks::id, of.realm(), of.service(), of.id().name(), realm, realm)
        .stream()
        .sorted()
        .toList();
  }

  private static GroupId id(ResultSet row) throws SQLException {
    return new GroupId(row.getString(1), row.getString(2));
  }

  /** A shortest way down from one group to another, both included; empty if there is none. */
  Optional<List<GroupId>> path(Place from, Place to) {
    Map<Place, List<Place>> below = new HashMap<>();
    sql.each(
        BELOW,
        row -> below.computeIfAbsent(place(row, 1), key -> new ArrayList<>()).add(place(row, 5)),
        from.realm(),
        from.service(),
        from.id().name());
    Map<Place, Place> cameFrom = new HashMap<>(Map.of(from, from));
    Deque<Place> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty() && !cameFrom.containsKey(to)) {
      Place place = next.remove();
      for (Place child : below.getOrDefault(place, List.of())) {
        if (cameFrom.putIfAbsent(child, place) == null) {
          next.add(child);
        }
      }
    }
    return cameFrom.containsKey(to) ? Optional.of(walked(cameFrom, from, to)) : Optional.empty();
  }

  private static Place place(ResultSet row, int first) throws SQLException {
    return new Place(
        row.getInt(first),
        row.getLong(first + 1),
        new GroupId(row.getString(first + 3), row.getString(first + 2)));
  }

  private static List<GroupId> walked(Map<Place, Place> cameFrom, Place from, Place to) {
    List<GroupId> path = new ArrayList<>();
    Place at = to;
    while (!at.equals(from)) {
      path.add(0, at.id());
      at = cameFrom.getOrDefault(at, from);
    }
    path.add(0, from.id());
    return path;
  }
}
