package dev.muster.app.job.missing;

import java.util.BitSet;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * A set of users, by number. Numbers lie close together, except that every import leaves those
 * unused of records that create no user. So this is a bitmap without its empty blocks: 3,000,000
 * users take less than a megabyte. For one thread.
 */
public final class UserNumbers {

  private static final int BLOCK_BITS = 12;
  private static final int BLOCK = 1 << BLOCK_BITS;

  private final NavigableMap<Long, BitSet> blocks = new TreeMap<>();

  public void add(long user) {
    blocks.computeIfAbsent(user >> BLOCK_BITS, block -> new BitSet(BLOCK)).set(offset(user));
  }

  /** Removes a user, if it is there. */
  public void remove(long user) {
    BitSet block = blocks.get(user >> BLOCK_BITS);
    if (block != null) {
      block.clear(offset(user));
    }
  }

  public long size() {
    return blocks.values().stream().mapToLong(BitSet::cardinality).sum();
  }

  /** Passes all users, in ascending order. */
  public void each(LongConsumer reader) {
    blocks.forEach(
        (block, users) -> {
          long first = block << BLOCK_BITS;
          users.stream().forEach(offset -> reader.accept(first + offset));
        });
  }

  private static int offset(long user) {
    return (int) (user & (BLOCK - 1));
  }
}
