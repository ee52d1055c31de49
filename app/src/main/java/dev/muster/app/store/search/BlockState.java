package dev.muster.app.store.search;

import dev.muster.app.store.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code user_search_blocks}.
 *
 * @param indexed the users that the index reflects or reflected
 * @param updated the number of changes of users that were in the block already, since it was built
 * @param pending the users to be indexed
 */
record BlockState(long block, BitSet indexed, int updated, BitSet pending) {

  private static final String COLUMNS = "block, indexed, updated, pending";
  private static final String SELECT = "SELECT " + COLUMNS + " FROM user_search_blocks WHERE ";

  private static BlockState read(ResultSet row) throws SQLException {
    byte[] pending = row.getBytes(4);
    return new BlockState(
        row.getLong(1),
        Block.users(row.getBytes(2)),
        row.getInt(3),
        pending == null ? new BitSet() : Block.users(pending));
  }

  /** The stored state of a block. */
  static BlockState of(long block, Sql sql) {
    return sql.first(SELECT + "block = ?", BlockState::read, block)
        .orElse(new BlockState(block, new BitSet(), 0, new BitSet()));
  }

  /** The first block that has pending users. */
  static Optional<BlockState> next(Sql sql) {
    return sql.first(SELECT + "pending IS NOT NULL ORDER BY block LIMIT 1", BlockState::read);
  }

  /**
   * This state with more pending users. It differs from this one also if they are pending already,
   * because somebody may have read them before they changed again.
   */
  BlockState withPending(BitSet some) {
    BitSet again = (BitSet) some.clone();
    again.and(pending);
    return new BlockState(block, indexed, updated + again.cardinality(), union(some, pending));
  }

  /** The number of changes since the block was built, when the pending users are indexed. */
  int updatedAfterwards() {
    BitSet again = (BitSet) pending.clone();
    again.and(indexed);
    return updated + again.cardinality();
  }

  /** All users of the block, indexed or pending. */
  BitSet all() {
    return union(indexed, pending);
  }

  private static BitSet union(BitSet some, BitSet others) {
    BitSet all = (BitSet) some.clone();
    all.or(others);
    return all;
  }

  /** Whether the stored state is still this one. */
  boolean isStored(Sql sql) {
    return equals(of(block, sql));
  }

  void store(Sql sql) {
    byte @Nullable [] stored = pending.isEmpty() ? null : Block.stored(pending);
    sql.execute(
        "INSERT INTO user_search_blocks ("
            + COLUMNS
            + ") VALUES (?, ?, ?, ?) ON CONFLICT (block) DO UPDATE SET"
            + " indexed = excluded.indexed, updated = excluded.updated, pending = excluded.pending",
        block,
        Block.stored(indexed),
        updated,
        stored);
  }
}
