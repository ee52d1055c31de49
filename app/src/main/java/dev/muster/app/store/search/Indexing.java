package dev.muster.app.store.search;

import dev.muster.app.store.directory.DirectoryTables;
import dev.muster.app.store.sql.Sql;
import dev.muster.user.User;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Brings the search index up to date. Users are read in snapshots; rows are written in many short
 * transactions, so that other writers hardly wait.
 *
 * <p>The pending users of a block stay pending until all its rows are written, so searches compare
 * them one by one meanwhile. Each transaction first checks that the block's state is the one from
 * which the work began. If another process has changed it, the work is given up.
 */
final class Indexing {

  /** Users to index before {@link #portion} returns. */
  private static final int PORTION = Block.SIZE / 2;

  /** Rows of {@code user_changes} to assign to blocks in one transaction. */
  private static final int CHANGES_AT_ONCE = 200;

  /** The most blocks of one row of {@code user_changes} to assign in one transaction. */
  private static final int BLOCKS_AT_ONCE = 64;

  /** The most transactions that assign users to blocks in one portion. */
  private static final int ASSIGNMENTS_AT_ONCE = 25;

  /** Rows of the index to write in one transaction. */
  private static final int ROWS_AT_ONCE = 400;

  /**
   * A block is built anew after so many updates. More would slow down searches for terms that many
   * users have lost.
   */
  private static final int UPDATES_MAX = Block.SIZE / 8;

  private static final int USERS_AT_ONCE = 1000;

  private final Sql sql;
  private final SearchTables tables;
  private final Supplier<DirectoryTables> users;

  Indexing(Sql sql, SearchTables tables, Supplier<DirectoryTables> users) {
    this.sql = sql;
    this.tables = tables;
    this.users = users;
  }

  /** See {@link dev.muster.app.store.Users#indexPortion}. */
  void portion(BooleanSupplier stop) {
    boolean more = true;
    for (int i = 0; i < ASSIGNMENTS_AT_ONCE && more && !stop.getAsBoolean(); i++) {
      more = sql.inTransaction(this::assignChanges);
    }
    for (int done = 0; done < PORTION && !stop.getAsBoolean(); ) {
      Optional<BlockState> next = BlockState.next(sql);
      if (next.isEmpty()) {
        return;
      }
      done += index(next.get(), stop);
    }
  }

  /**
   * Moves users from {@code user_changes} to the pending users of their blocks. Returns whether any
   * were moved.
   */
  private boolean assignChanges() {
    tables.lock();
    UserSet changed = new UserSet(0, Long.MAX_VALUE);
    if (!takeFromLongRange(changed)) {
      // deletes exactly the rows that are read: other writers may commit rows in between
      sql.list(
              "DELETE FROM user_changes WHERE number IN"
                  + " (SELECT number FROM user_changes ORDER BY number LIMIT ?)"
                  + " RETURNING "
                  + ChangedUsers.COLUMNS,
              ChangedUsers::read,
              CHANGES_AT_ONCE)
          .forEach(row -> row.addTo(changed));
    }
    changed.each((some, block) -> BlockState.of(block, sql).withPending(some).store(sql));
    return changed.count() > 0;
  }

  /** Takes the beginning of a range of very many users; false if there is none. */
  private boolean takeFromLongRange(UserSet changed) {
    record Range(long number, long first) {}
    Optional<Range> range =
        sql.first(
            "SELECT number, first_user FROM user_changes"
                + " WHERE users IS NULL AND last_user - first_user > ? LIMIT 1",
            row -> new Range(row.getLong(1), row.getLong(2)),
            (long) BLOCKS_AT_ONCE * Block.SIZE);
    range.ifPresent(
        found -> {
          long rest = Block.first(Block.of(found.first()) + BLOCKS_AT_ONCE);
          changed.add(found.first(), rest - 1);
          sql.execute(
              "UPDATE user_changes SET first_user = ? WHERE number = ?", rest, found.number());
        });
    return range.isPresent();
  }

  /** Indexes the pending users of a block. Returns how many users were indexed. */
  private int index(BlockState state, BooleanSupplier stop) {
    boolean anew = state.indexed().isEmpty() || state.updatedAfterwards() > UPDATES_MAX;
    BitSet some = anew ? state.all() : state.pending();
    Optional<BlockTerms> terms = sql.inSnapshot(() -> terms(state.block(), some, stop));
    if (terms.isEmpty()) {
      return 0;
    }
    SortedMap<Long, BitSet> sets = terms.get().sets(state.block());
    boolean done =
        inTurns(sets, stop, turn -> put(state, turn, anew))
            && (!anew || inTurns(without(state.block(), sets), stop, turn -> drop(state, turn)))
            && sql.inTransaction(() -> finish(state, anew));
    return done ? some.cardinality() : 0;
  }

  private boolean finish(BlockState state, boolean anew) {
    tables.lock();
    if (!state.isStored(sql)) {
      return false;
    }
    int updated = anew ? 0 : state.updatedAfterwards();
    new BlockState(state.block(), state.all(), updated, new BitSet()).store(sql);
    return true;
  }

  /** Some rows that are written in one transaction; false if the work is to be given up. */
  private interface Turn {
    boolean write(SortedMap<Long, BitSet> rows);
  }

  private boolean inTurns(SortedMap<Long, BitSet> rows, BooleanSupplier stop, Turn turn) {
    SortedMap<Long, BitSet> some = new TreeMap<>();
    for (Map.Entry<Long, BitSet> row : rows.entrySet()) {
      some.put(row.getKey(), row.getValue());
      if (some.size() == ROWS_AT_ONCE || row.getKey().equals(rows.lastKey())) {
        if (stop.getAsBoolean() || !sql.inTransaction(() -> turn.write(some))) {
          return false;
        }
        some.clear();
      }
    }
    return true;
  }

  /** Writes rows, or adds users to them. */
  private boolean put(BlockState state, SortedMap<Long, BitSet> rows, boolean anew) {
    tables.lock();
    if (!state.isStored(sql)) {
      return false;
    }
    if (!anew) {
      tables.begin();
      for (SearchTables.Row row : tables.find(places(rows))) {
        rows.merge(
            row.place(),
            Block.users(row.users()),
            (added, there) -> {
              there.or(added);
              return there;
            });
      }
    }
    SortedMap<Long, byte[]> stored = new TreeMap<>();
    rows.forEach((place, set) -> stored.put(place, Block.stored(set)));
    tables.put(stored);
    return true;
  }

  private boolean drop(BlockState state, SortedMap<Long, BitSet> rows) {
    tables.lock();
    if (!state.isStored(sql)) {
      return false;
    }
    tables.drop(places(rows));
    return true;
  }

  private static long[] places(SortedMap<Long, BitSet> rows) {
    return rows.keySet().stream().mapToLong(Long::longValue).toArray();
  }

  /** The stored rows of a block, without their users, whose terms no user of the block has. */
  private SortedMap<Long, BitSet> without(long block, SortedMap<Long, BitSet> sets) {
    SortedMap<Long, BitSet> rest = new TreeMap<>();
    for (Long place :
        sql.list(
            "SELECT place FROM user_search WHERE place BETWEEN ? AND ?",
            row -> row.getLong(1),
            Block.place(block, 0),
            Block.place(block + 1, 0) - 1)) {
      if (!sets.containsKey(place)) {
        rest.put(place, new BitSet());
      }
    }
    return rest;
  }

  /** The terms of some users of a block; empty if it was stopped. */
  private Optional<BlockTerms> terms(long block, BitSet some, BooleanSupplier stop) {
    tables.begin();
    BlockTerms terms = new BlockTerms();
    List<Long> numbers = new ArrayList<>();
    some.stream().forEach(offset -> numbers.add(Block.first(block) + offset));
    for (int from = 0; from < numbers.size(); from += USERS_AT_ONCE) {
      if (stop.getAsBoolean()) {
        return Optional.empty();
      }
      addTerms(
          new HashSet<>(numbers.subList(from, Math.min(numbers.size(), from + USERS_AT_ONCE))),
          terms);
    }
    return Optional.of(terms);
  }

  private void addTerms(Set<Long> ids, BlockTerms terms) {
    for (User user : users.get().users(ids).parallelStream().flatMap(Indexing::readable).toList()) {
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
}
