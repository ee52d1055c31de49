package dev.muster.app.store.search;

import dev.muster.app.store.UserCursor;
import dev.muster.app.store.UserFilter;
import dev.muster.app.store.UserIds;
import dev.muster.app.store.UserPage;
import dev.muster.app.store.Users;
import dev.muster.app.store.directory.DirectoryTables;
import dev.muster.app.store.directory.UserRow;
import dev.muster.app.store.sql.Sql;
import dev.muster.user.Canonical;
import dev.muster.user.ExternalId;
import dev.muster.user.Key;
import dev.muster.user.KeyHash;
import dev.muster.user.LoginIdKind;
import dev.muster.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Users by SQL. */
public final class StoredUsers implements Users {

  private final Sql sql;
  private final UserIds ids;
  private final SearchIndex index;
  private final Indexing indexing;
  private final UserPages pages;

  /**
   * Finds users of one database.
   *
   * @param users created when users are first read by their numbers
   */
  public StoredUsers(Sql sql, UserIds ids, SearchTables tables, Supplier<DirectoryTables> users) {
    this.sql = sql;
    this.ids = ids;
    this.index = new SearchIndex(sql, tables);
    this.indexing = new Indexing(sql, tables, users);
    this.pages = new UserPages(sql, tables, index, users);
  }

  @Override
  public UserIds ids() {
    return ids;
  }

  @Override
  public List<User> find(int realm, String login) {
    for (Key key : keys(login)) {
      List<User> found = new ArrayList<>();
      for (long id : owners(key, realm)) {
        withNumber(id).ifPresent(found::add);
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    OptionalLong number = ids.parse(login);
    if (number.isPresent()) {
      Optional<User> user = withNumber(number.getAsLong()).filter(found -> found.realm() == realm);
      if (user.isPresent()) {
        return List.of(user.get());
      }
    }
    int colon = login.indexOf(':');
    if (colon > 0) {
      return owners(new Key("x" + login), realm).stream()
          .flatMap(id -> withNumber(id).stream())
          .toList();
    }
    return List.of();
  }

  private static List<Key> keys(String login) {
    List<Key> keys = new ArrayList<>();
    for (LoginIdKind kind : LoginIdKind.values()) {
      keys.add(Key.of(kind, Canonical.of(kind, login)));
    }
    return keys;
  }

  private Set<Long> owners(Key key, int realm) {
    KeyHash hash = key.hash();
    return new LinkedHashSet<>(
        sql.list(
            "SELECT user_id FROM login_keys"
                + " WHERE key_high = ? AND key_low = ? AND realm = ? ORDER BY user_id",
            row -> row.getLong(1),
            hash.high(),
            hash.low(),
            realm));
  }

  @Override
  public Optional<User> withNumber(long id) {
    return sql.first("SELECT " + UserRow.COLUMNS + " FROM users WHERE id = ?", UserRow::read, id);
  }

  @Override
  public List<User> withNumbers(Collection<Long> numbers) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    String places = String.join(", ", Collections.nCopies(numbers.size(), "?"));
    return sql.list(
        "SELECT " + UserRow.COLUMNS + " FROM users WHERE id IN (" + places + ")",
        UserRow::read,
        numbers.toArray());
  }

  @Override
  public long count(Optional<Integer> realm) {
    return realm.isPresent()
        ? sql.number("SELECT count(*) FROM users WHERE realm = ?", realm.get())
        : sql.number("SELECT count(*) FROM users");
  }

  @Override
  public void each(Optional<Integer> realm, Consumer<User> reader) {
    Sql.Row<Boolean> row =
        user -> {
          reader.accept(UserRow.read(user));
          return true;
        };
    String select = "SELECT " + UserRow.COLUMNS + " FROM users ";
    if (realm.isPresent()) {
      sql.each(select + "WHERE realm = ? ORDER BY id", row, realm.get());
    } else {
      sql.each(select + "ORDER BY id", row);
    }
  }

  @Override
  public UserPage page(UserFilter filter, UserCursor after, int limit) {
    return filter.externalId().isPresent()
        ? page(filter.externalId().get(), filter, after, limit)
        : pages.page(filter, after, limit);
  }

  /** An external id has few users, so all of them are read. */
  private UserPage page(ExternalId id, UserFilter filter, UserCursor after, int limit) {
    KeyHash hash = id.key().hash();
    return sql.inSnapshot(
        () -> {
          List<User> matching =
              sql
                  .list(
                      "SELECT DISTINCT user_id FROM login_keys"
                          + " WHERE key_high = ? AND key_low = ? AND user_id > ? ORDER BY user_id",
                      row -> row.getLong(1),
                      hash.high(),
                      hash.low(),
                      after.number())
                  .stream()
                  .flatMap(number -> withNumber(number).stream())
                  .filter(filter::matches)
                  .toList();
          return matching.size() <= limit
              ? new UserPage(matching, Optional.empty())
              : new UserPage(
                  matching.subList(0, limit),
                  Optional.of(new UserCursor(matching.get(limit - 1).id())));
        });
  }

  @Override
  public long unindexed() {
    return sql.inSnapshot(() -> index.unindexed(1, Long.MAX_VALUE).count());
  }

  @Override
  public boolean indexLags() {
    return index.lags();
  }

  @Override
  public boolean indexPortion(BooleanSupplier stop) {
    indexing.portion(stop);
    return index.lags();
  }
}
