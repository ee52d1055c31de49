package dev.muster.app.store.search;

import dev.muster.app.store.SearchedTexts;
import dev.muster.app.store.sql.ByteReader;
import dev.muster.app.store.sql.ByteWriter;
import dev.muster.app.store.sql.Sql;
import dev.muster.match.UserChange;
import dev.muster.user.User;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code user_changes}: users that the search index does not reflect.
 *
 * @param users which users from first to last, as distances to the one before; null for all
 */
@SuppressWarnings("ArrayRecordComponent") // read once, and never compared
public record ChangedUsers(long first, long last, byte @Nullable [] users) {

  static final String COLUMNS = "first_user, last_user, users";

  private static final String ADD = "INSERT INTO user_changes (" + COLUMNS + ") VALUES (?, ?, ?)";

  /**
   * Notes, in the transaction of a write of users, that the search index is to reflect it. Writes
   * at most one row. Call it in a background write or in {@link Sql#attempt}.
   */
  public static void note(Sql sql, Collection<UserChange> changes) throws SQLException {
    long[] users = new long[changes.size()];
    int count = 0;
    for (UserChange change : changes) {
      User before = change.before();
      if (SearchedTexts.differ(
          before == null ? null : before.account(), change.after().account())) {
        users[count++] = change.after().id();
      }
    }
    if (count > 0) {
      long[] changed = count == users.length ? users : Arrays.copyOf(users, count);
      Arrays.sort(changed);
      of(changed).add(sql);
    }
  }

  /** The row of some users in ascending order. */
  static ChangedUsers of(long... users) {
    long first = users[0];
    long last = users[users.length - 1];
    if (last - first + 1 == users.length) {
      return new ChangedUsers(first, last, null);
    }
    ByteWriter out = new ByteWriter(users.length * 2);
    long before = first;
    for (long user : users) {
      out.number(user - before);
      before = user;
    }
    return new ChangedUsers(first, last, out.bytes());
  }

  private void add(Sql sql) throws SQLException {
    PreparedStatement add = sql.statement(ADD);
    add.setLong(1, first);
    add.setLong(2, last);
    if (users == null) {
      add.setNull(3, Types.BINARY);
    } else {
      add.setBytes(3, users);
    }
    add.executeUpdate();
  }

  static ChangedUsers read(ResultSet row) throws SQLException {
    return new ChangedUsers(row.getLong(1), row.getLong(2), row.getBytes(3));
  }

  /** The number of users; one that a write changed twice may count twice. */
  long count() {
    if (users == null) {
      return last - first + 1;
    }
    long[] count = {0};
    each(user -> count[0]++);
    return count[0];
  }

  private void each(LongConsumer action) {
    if (users == null) {
      for (long user = first; user <= last; user++) {
        action.accept(user);
      }
      return;
    }
    ByteReader in = new ByteReader(users);
    long user = first;
    while (!in.atEnd()) {
      user += in.number();
      action.accept(user);
    }
  }

  /** Adds the users to sets by block. */
  void addTo(UserSet set) {
    if (users == null) {
      set.add(first, last);
    } else {
      each(set::add);
    }
  }
}
