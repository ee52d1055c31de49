package dev.muster.app.store.search;

import dev.muster.app.store.UserCursor;
import dev.muster.app.store.UserFilter;
import dev.muster.app.store.UserPage;
import dev.muster.app.store.directory.DirectoryTables;
import dev.muster.app.store.directory.UserRow;
import dev.muster.app.store.sql.Sql;
import dev.muster.user.User;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds pages of users that match a filter. The search index and the users that it does not reflect
 * are the candidates; each is compared with the filter. The cost of a page is bounded: it may end
 * before its limit.
 */
final class UserPages {

  private static final int BLOCKS_AT_FIRST = 8;

  /** The most rows of the index to read at once. */
  private static final int ROWS_AT_ONCE = 2048;

  private static final int USERS_AT_ONCE = 500;

  /** The number of users that don't match after which a page ends early. */
  private static final int MISSES_MAX = 3000;

  private final Sql sql;
  private final SearchTables tables;
  private final SearchIndex index;
  private final Supplier<DirectoryTables> users;

  UserPages(Sql sql, SearchTables tables, SearchIndex index, Supplier<DirectoryTables> users) {
    this.sql = sql;
    this.tables = tables;
    this.index = index;
    this.users = users;
  }

  UserPage page(UserFilter filter, UserCursor after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a page of " + limit + " users");
    }
    return sql.inSnapshot(
        () -> {
          long first = Math.max(after.number() + 1, filter.firstUser());
          long last = Math.min(filter.lastUser(), sql.number("SELECT max(id) FROM users"));
          if (first > last || filter.realms().filter(Set::isEmpty).isPresent()) {
            return new UserPage(List.of(), Optional.empty());
          }
          return filter.needsIndex()
              ? new Search(filter, first, last, limit).run()
              : inOrder(first, last, limit);
        });
  }

  /** All users of a range. */
  private UserPage inOrder(long first, long last, int limit) {
    List<User> found =
        sql.list(
            "SELECT "
                + UserRow.COLUMNS
                + " FROM users WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?",
            UserRow::read,
            first,
            last,
            limit);
    return found.size() < limit
        ? new UserPage(found, Optional.empty())
        : page(found, found.get(limit - 1).id(), last);
  }

  /** A page that ends after a user. */
  private static UserPage page(List<User> found, long end, long last) {
    return new UserPage(found, end < last ? Optional.of(new UserCursor(end)) : Optional.empty());
  }

  private final class Search {

    private final UserFilter filter;
    private final long first;
    private final long last;
    private final int limit;
    private final long[] terms;
    private final long[] anyOf;
    private final List<User> found = new ArrayList<>();
    private final List<Long> candidates = new ArrayList<>(); // not yet compared with the filter
    private int misses;
    private long end; // the last user that was compared

    Search(UserFilter filter, long first, long last, int limit) {
      this.filter = filter;
      this.first = first;
      this.last = last;
      this.limit = limit;
      this.terms = SearchTerms.of(filter);
      this.anyOf = SearchTerms.anyOf(filter);
    }

    UserPage run() {
      tables.begin();
      UserSet unindexed = index.unindexed(first, last);
      long lastBlock = Block.of(last);
      int atOnce = BLOCKS_AT_FIRST;
      for (long from = Block.of(first); from <= lastBlock; ) {
        long to = Math.min(lastBlock, from + atOnce - 1);
        Map<Long, BitSet> indexed = index.find(from, to, terms, anyOf);
        for (long block = from; block <= to; block++) {
          BitSet some = indexed.getOrDefault(block, new BitSet());
          some.or(unindexed.of(block));
          if (!some.isEmpty() && isFull(block, some)) {
            return page(found, end, last);
          }
        }
        from = to + 1;
        atOnce = Math.max(1, Math.min(atOnce * 2, ROWS_AT_ONCE / (terms.length + anyOf.length)));
      }
      compare();
      return isFull() ? page(found, end, last) : new UserPage(found, Optional.empty());
    }

    /** Looks at some users of a block; true if the page is full then. */
    private boolean isFull(long block, BitSet some) {
      for (int at = some.nextSetBit(0); at >= 0; at = some.nextSetBit(at + 1)) {
        long user = Block.first(block) + at;
        if (user >= first && user <= last) {
          candidates.add(user);
          if (candidates.size() >= wanted()) {
            compare();
            if (isFull()) {
              return true;
            }
          }
        }
      }
      return false;
    }

    private boolean isFull() {
      return found.size() == limit || misses >= MISSES_MAX;
    }

    /** So many that they would fill the page if all matched; more if many did not so far. */
    private int wanted() {
      return Math.min(USERS_AT_ONCE, limit - found.size() + misses);
    }

    private void compare() {
      Set<Long> ids = new HashSet<>(candidates);
      List<User> some = new ArrayList<>(candidates.size());
      if (!ids.isEmpty()) {
        users.get().users(ids).forEach(user -> some.add(user.get()));
        end = candidates.get(candidates.size() - 1);
      }
      some.sort(Comparator.comparingLong(User::id));
      misses += ids.size() - some.size(); // deleted, or not there because their record failed
      candidates.clear();
      for (User user : some) {
        if (!filter.matches(user)) {
          misses++;
        } else if (found.size() < limit) {
          found.add(user);
        }
        if (found.size() == limit) {
          end = user.id();
          return;
        }
      }
    }
  }
}
