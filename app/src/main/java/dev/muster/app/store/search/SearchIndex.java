package dev.muster.app.store.search;

import dev.muster.app.store.directory.DirectoryTables;
import dev.muster.app.store.sql.Sql;
import dev.muster.user.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The search index: for each block of users, which of them have a term. It may lag: {@link
 * #unindexed} tells which users it does not reflect. A user that lost a term stays under it until
 * its block is built anew, so what the index finds has to be compared with the users themselves.
 */
final class SearchIndex {

  /** Users to index in one transaction. */
  private static final int PORTION = Block.SIZE / 2;

  /** Rows of {@code user_changes} to assign to blocks in one transaction. */
  private static final int CHANGES_AT_ONCE = 5000;

  /**
   * A block is built anew after so many updates. More would slow down searches for terms that many
   * users have lost.
   */
  private static final int UPDATES_MAX = Block.SIZE / 8;

  private static final int USERS_AT_ONCE = 2000;

  private final Sql sql;
  private final SearchTables index;
  private final Supplier<DirectoryTables> users;

  SearchIndex(Sql sql, SearchTables index, Supplier<DirectoryTables> users) {
    this.sql = sql;
    this.index = index;
    this.users = users;
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

  /** See {@link dev.muster.app.store.Users#indexPortion}. */
  boolean indexPortion() {
    return sql.inTransaction(
        () -> {
          index.lock();
          index.begin();
          assignChanges();
          int done = 0;
          while (done < PORTION) {
            List<State> next = sql.list(NEXT_BLOCK, State::read);
            if (next.isEmpty()) {
              break;
            }
            done += index(next.get(0));
          }
          return sql.number("SELECT count(*) FROM (" + NEXT_BLOCK + ") AS next") > 0
              || sql.number("SELECT count(*) FROM (SELECT 1 FROM user_changes LIMIT 1) AS next")
                  > 0;
        });
  }

  /** Moves users from {@code user_changes} to the pending users of their blocks. */
  private void assignChanges() {
    UserSet changed = new UserSet(0, Long.MAX_VALUE);
    // deletes exactly the rows that are read: other writers may commit rows in between
    sql.list(
            "DELETE FROM user_changes WHERE number IN"
                + " (SELECT number FROM user_changes ORDER BY number LIMIT ?)"
                + " RETURNING "
                + ChangedUsers.COLUMNS,
            ChangedUsers::read,
            CHANGES_AT_ONCE)
        .forEach(row -> row.addTo(changed));
    changed.each(
        (some, block) -> {
          State state = state(block);
          BitSet pending = (BitSet) some.clone();
          pending.or(state.pending());
          store(new State(block, state.indexed(), state.updated(), pending));
        });
  }

  private State state(long block) {
    return sql.first(
            "SELECT " + State.COLUMNS + " FROM user_search_blocks WHERE block = ?",
            State::read,
            block)
        .orElse(new State(block, new BitSet(), 0, new BitSet()));
  }

  private void store(State state) {
    byte @Nullable [] pending = state.pending().isEmpty() ? null : Block.stored(state.pending());
    sql.execute(
        "INSERT INTO user_search_blocks ("
            + State.COLUMNS
            + ") VALUES (?, ?, ?, ?) ON CONFLICT (block) DO UPDATE SET"
            + " indexed = excluded.indexed, updated = excluded.updated, pending = excluded.pending",
        state.block(),
        Block.stored(state.indexed()),
        state.updated(),
        pending);
  }

  /** Indexes the pending users of a block. Returns how many users were read. */
  private int index(State state) {
    long block = state.block();
    BitSet again = (BitSet) state.pending().clone();
    again.and(state.indexed());
    int updated = state.updated() + again.cardinality();
    if (updated > UPDATES_MAX) {
      BitSet all = (BitSet) state.pending().clone();
      all.or(state.indexed());
      BlockTerms terms = terms(block, all);
      sql.execute(
          "DELETE FROM user_search WHERE place BETWEEN ? AND ?",
          Block.place(block, 0),
          Block.place(block + 1, 0) - 1);
      put(block, terms);
      store(new State(block, all, 0, new BitSet()));
      return all.cardinality();
    }
    BlockTerms terms = terms(block, state.pending());
    if (!state.indexed().isEmpty()) {
      addStored(block, terms);
    }
    put(block, terms);
    BitSet indexed = (BitSet) state.indexed().clone();
    indexed.or(state.pending());
    store(new State(block, indexed, updated, new BitSet()));
    return state.pending().cardinality();
  }

  private BlockTerms terms(long block, BitSet some) {
    BlockTerms terms = new BlockTerms();
    Set<Long> ids = new HashSet<>();
    for (int at = some.nextSetBit(0); at >= 0; at = some.nextSetBit(at + 1)) {
      ids.add(Block.first(block) + at);
      if (ids.size() == USERS_AT_ONCE) {
        addTerms(ids, terms);
        ids.clear();
      }
    }
    addTerms(ids, terms);
    return terms;
  }

  private void addTerms(Set<Long> ids, BlockTerms terms) {
    if (ids.isEmpty()) {
      return;
    }
    for (User user :
        users.get().users(ids).parallelStream().flatMap(SearchIndex::readable).toList()) {
      int offset = Block.offset(user.id());
      SearchTerms.each(user, term -> terms.add(term, offset));
    }
  }

  /** The user of a row; none if the row is damaged, which {@code db check} reports. */
  private static Stream<User> readable(Supplier<User> row) {
    try {
      return Stream.of(row.get());
    } catch (RuntimeException e) {
      return Stream.empty(); // damage can cause any exception
    }
  }

  /** Adds the users that the index already has under the terms. */
  private void addStored(long block, BlockTerms terms) {
    for (SearchTables.Row row : index.find(terms.places(block))) {
      terms.add(Block.termOfPlace(row.place()), Block.users(row.users()));
    }
  }

  private void put(long block, BlockTerms terms) {
    SortedMap<Long, byte[]> rows = terms.rows(block);
    if (!rows.isEmpty()) {
      index.put(rows);
    }
  }

  /** For each block of a range that has any, the users that the index has under all terms. */
  Map<Long, BitSet> find(long firstBlock, long lastBlock, long[] terms) {
    long[] places = new long[Math.toIntExact((lastBlock - firstBlock + 1) * terms.length)];
    int count = 0;
    for (long block = firstBlock; block <= lastBlock; block++) {
      for (long term : terms) {
        places[count++] = Block.place(block, term);
      }
    }
    Map<Long, List<byte[]>> rows = new HashMap<>();
    for (SearchTables.Row row : index.find(places)) {
      rows.computeIfAbsent(Block.ofPlace(row.place()), key -> new ArrayList<>()).add(row.users());
    }
    Map<Long, BitSet> found = new HashMap<>();
    rows.forEach(
        (block, sets) -> {
          if (sets.size() == terms.length) {
            found.put(block, common(sets));
          }
        });
    return found;
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

  private static final String NEXT_BLOCK =
      "SELECT "
          + State.COLUMNS
          + " FROM user_search_blocks WHERE pending IS NOT NULL ORDER BY block LIMIT 1";

  /**
   * A row of the table {@code user_search_blocks}.
   *
   * @param indexed the users that the index reflects or reflected
   * @param updated how often one of them was indexed again since the block was built
   * @param pending the users to be indexed
   */
  private record State(long block, BitSet indexed, int updated, BitSet pending) {

    static final String COLUMNS = "block, indexed, updated, pending";

    static State read(ResultSet row) throws SQLException {
      byte[] pending = row.getBytes(4);
      return new State(
          row.getLong(1),
          Block.users(row.getBytes(2)),
          row.getInt(3),
          pending == null ? new BitSet() : Block.users(pending));
    }
  }
}
