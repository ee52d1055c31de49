package dev.muster.app.store.search;

import dev.muster.app.store.sql.Sql;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the search index: for each block of users, which of them have a term. It may lag: {@link
 * #unindexed} tells which users it does not reflect. A user that lost a term stays under it until
 * its block is built anew, so what the index finds has to be compared with the users themselves.
 */
final class SearchIndex {

  private final Sql sql;
  private final SearchTables tables;

  SearchIndex(Sql sql, SearchTables tables) {
    this.sql = sql;
    this.tables = tables;
  }

  /** The users of a range that the index does not reflect. */
  UserSet unindexed(long first, long last) {
    UserSet users = new UserSet(first, last);
    for (ChangedUsers changed :
        sql.list(
            "SELECT "
                + ChangedUsers.COLUMNS
                + " FROM user_changes WHERE last_user >= ? AND first_user <= ?",
            ChangedUsers::read,
            first,
            last)) {
      changed.addTo(users);
    }
    sql.list(
        "SELECT block, pending FROM user_search_blocks"
            + " WHERE pending IS NOT NULL AND block BETWEEN ? AND ?",
        row -> {
          users.add(row.getLong(1), Block.users(row.getBytes(2)));
          return true;
        },
        Block.of(first),
        Block.of(last));
    return users;
  }

  /** Whether there are users that the index does not reflect. */
  boolean lags() {
    return exists("FROM user_changes")
        || exists("FROM user_search_blocks WHERE pending IS NOT NULL");
  }

  private boolean exists(String rows) {
    return sql.first("SELECT 1 " + rows + " LIMIT 1", row -> true).isPresent();
  }

  /**
   * For each block of a range that has any, the users that the index has under some terms.
   *
   * @param terms the users have all of them
   * @param anyOf the users must also have one of these terms, unless there are none
   */
  Map<Long, BitSet> find(long firstBlock, long lastBlock, long[] terms, long[] anyOf) {
    Set<Long> alternatives = new HashSet<>();
    for (long term : anyOf) {
      alternatives.add(term);
    }
    Map<Long, List<byte[]>> all = new HashMap<>();
    Map<Long, BitSet> any = new HashMap<>();
    for (SearchTables.Row row : tables.find(places(firstBlock, lastBlock, terms, anyOf))) {
      long block = Block.ofPlace(row.place());
      if (alternatives.contains(Block.termOfPlace(row.place()))) {
        any.computeIfAbsent(block, key -> new BitSet()).or(Block.users(row.users()));
      } else {
        all.computeIfAbsent(block, key -> new ArrayList<>()).add(row.users());
      }
    }
    if (terms.length == 0) {
      return any;
    }
    Map<Long, BitSet> found = new HashMap<>();
    all.forEach(
        (block, sets) -> {
          BitSet allowed = any.get(block);
          if (sets.size() == terms.length && (anyOf.length == 0 || allowed != null)) {
            BitSet users = common(sets);
            if (allowed != null) {
              users.and(allowed);
            }
            found.put(block, users);
          }
        });
    return found;
  }

  private static long[] places(long firstBlock, long lastBlock, long[] terms, long[] anyOf) {
    int ofBlock = terms.length + anyOf.length;
    long[] places = new long[Math.toIntExact((lastBlock - firstBlock + 1) * ofBlock)];
    int count = 0;
    for (long block = firstBlock; block <= lastBlock; block++) {
      for (long term : terms) {
        places[count++] = Block.place(block, term);
      }
      for (long term : anyOf) {
        places[count++] = Block.place(block, term);
      }
    }
    return places;
  }

  /** The users that are in all sets. */
  private static BitSet common(List<byte[]> sets) {
    List<byte[]> smallestFirst = new ArrayList<>(sets);
    smallestFirst.sort((a, b) -> Integer.compare(a.length, b.length));
    BitSet users = Block.users(smallestFirst.get(0));
    for (int i = 1; i < smallestFirst.size() && !users.isEmpty(); i++) {
      users.and(Block.users(smallestFirst.get(i)));
    }
    return users;
  }
}
