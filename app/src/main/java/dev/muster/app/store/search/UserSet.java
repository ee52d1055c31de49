package dev.muster.app.store.search;

import java.util.BitSet;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/** A set of users within a range of numbers, by block. */
final class UserSet {

  private final long first;
  private final long last;
  private final TreeMap<Long, BitSet> blocks = new TreeMap<>();

  /** An empty set. Users outside the range are ignored when they are added. */
  UserSet(long first, long last) {
    this.first = first;
    this.last = last;
  }

  void add(long user) {
    if (user >= first && user <= last) {
      block(Block.of(user)).set(Block.offset(user));
    }
  }

  /** Adds all users of a range. */
  void add(long from, long to) {
    long end = Math.min(to, last);
    for (long user = Math.max(from, first); user <= end; ) {
      long lastOfBlock = Math.min(end, Block.first(Block.of(user) + 1) - 1);
      block(Block.of(user)).set(Block.offset(user), Block.offset(lastOfBlock) + 1);
      user = lastOfBlock + 1;
    }
  }

  /** Adds users of a block. */
  void add(long block, BitSet users) {
    for (int at = users.nextSetBit(0); at >= 0; at = users.nextSetBit(at + 1)) {
      add(Block.first(block) + at);
    }
  }

  private BitSet block(long block) {
    return blocks.computeIfAbsent(block, key -> new BitSet(Block.SIZE));
  }

  /** The users of a block. */
  BitSet of(long block) {
    return blocks.getOrDefault(block, new BitSet());
  }

  /** Passes the users of each block that has any, and the block, in ascending order. */
  void each(ObjLongConsumer<BitSet> action) {
    blocks.forEach((block, users) -> action.accept(users, block));
  }

  long count() {
    return blocks.values().stream().mapToLong(BitSet::cardinality).sum();
  }
}
