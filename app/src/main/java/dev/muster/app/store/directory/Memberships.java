package dev.muster.app.store.directory;

import dev.muster.app.store.Groups;
import dev.muster.app.store.UserCursor;
import dev.muster.app.store.UserPage;
import dev.muster.app.store.sql.Sql;
import dev.muster.app.store.sql.WriteBehind;
import dev.muster.match.UserChange;
import dev.muster.user.Account;
import dev.muster.user.AccountEditor;
import dev.muster.user.GroupId;
import dev.muster.user.Realm;
import dev.muster.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Finds the members of groups, which are stored in the users' rows. The database selects rows whose
 * profile contains the {@linkplain ProfileText#trace trace} of a group as a substring; the decoded
 * user tells whether it is a member.
 */
public final class Memberships {

  private static final int USERS_AT_ONCE = 4000;

  /** How many users are looked at for a page of members. */
  private static final int USERS_OF_PAGE = 10_000;

  /**
   * For more groups than this, all rows are read, because the SQL condition would become too long.
   */
  private static final int TRACES_MAX = 100;

  private final Sql sql;
  private final String position;
  private final Supplier<DirectoryTables> tables;

  /**
   * Finds members in one database.
   *
   * @param position the name of the SQL function that returns the position of a substring, 0 for
   *     none
   * @param tables created when users are first changed
   */
  public Memberships(Sql sql, String position, Supplier<DirectoryTables> tables) {
    this.sql = sql;
    this.position = position;
    this.tables = tables;
  }

  /** See {@link Groups#members(Realm, Collection, Consumer)}. */
  void each(Realm realm, Collection<GroupId> groups, Consumer<User> reader) {
    if (groups.isEmpty()) {
      return;
    }
    List<String> traces = groups.stream().map(ProfileText::trace).toList();
    sql.each(
        "SELECT " + UserRow.COLUMNS + " FROM users" + condition(traces.size()) + " ORDER BY id",
        row -> {
          User user = UserRow.read(row);
          if (groups.stream().anyMatch(group -> isIn(user, realm, group))) {
            reader.accept(user);
          }
          return true;
        },
        traces.size() > TRACES_MAX ? new Object[0] : traces.toArray());
  }

  private String condition(int traces) {
    return traces > TRACES_MAX
        ? ""
        : " WHERE "
            + String.join(" OR ", Collections.nCopies(traces, position + "(profile, ?) > 0"));
  }

  /** See {@link Groups#members(Realm, GroupId, UserCursor, int)}. */
  UserPage page(Realm realm, GroupId group, UserCursor after, int limit) {
    List<User> found =
        sql.list(
            "SELECT "
                + UserRow.COLUMNS
                + " FROM (SELECT * FROM users WHERE id > ? ORDER BY id LIMIT ?) AS portion WHERE "
                + position
                + "(profile, ?) > 0 ORDER BY id",
            UserRow::read,
            after.number(),
            USERS_OF_PAGE,
            ProfileText.trace(group));
    List<User> members = found.stream().filter(user -> isIn(user, realm, group)).toList();
    if (members.size() > limit) {
      List<User> first = members.subList(0, limit);
      return new UserPage(first, Optional.of(new UserCursor(first.get(limit - 1).id())));
    }
    Optional<Long> last =
        sql.first(
            "SELECT id FROM users WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?",
            row -> row.getLong(1),
            after.number(),
            USERS_OF_PAGE - 1);
    return new UserPage(members, last.map(UserCursor::new));
  }

  private static boolean isIn(User user, Realm realm, GroupId group) {
    return group.service() == null
        ? user.realm() == realm.number() && user.account().groups().contains(group.name())
        : user.account().serviceGroups().contains(group);
  }

  /** Removes all memberships in groups of a service. Call it in a transaction. */
  void forget(String service) {
    String trace = ProfileText.traceOfService(service);
    Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
    DirectoryTables users = tables.get();
    long last = 0;
    while (true) {
      Set<Long> some = new LinkedHashSet<>(after(last, trace));
      if (some.isEmpty()) {
        return;
      }
      List<UserChange> changes = new ArrayList<>();
      for (Supplier<User> read : users.users(some)) {
        User before = read.get();
        Account after = without(before.account(), service);
        if (!after.equals(before.account())) {
          changes.add(new UserChange(before, before.with(after, now)));
        }
        last = Math.max(last, before.id());
      }
      WriteBehind.Write write = users.write(List.of(), changes, List.of());
      sql.attempt(
          () -> {
            write.run();
            return true;
          });
    }
  }

  private List<Long> after(long last, String trace) {
    return sql.list(
        "SELECT id FROM users WHERE id > ? AND "
            + position
            + "(profile, ?) > 0 ORDER BY id LIMIT ?",
        row -> row.getLong(1),
        last,
        trace,
        USERS_AT_ONCE);
  }

  private static Account without(Account account, String service) {
    AccountEditor edit = new AccountEditor(account);
    edit.serviceGroups(
        account.serviceGroups().stream()
            .filter(group -> !service.equals(group.service()))
            .toList());
    return edit.account();
  }
}
