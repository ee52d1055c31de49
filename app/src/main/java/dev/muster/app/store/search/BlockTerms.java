package dev.muster.app.store.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The terms of some users of a block, and which users have each. A hash table with open addressing,
 * because indexing adds a hundred entries for each user.
 */
final class BlockTerms {

  private static final int SLOTS_AT_FIRST = 1 << 15;

  private long[] terms = new long[SLOTS_AT_FIRST];
  private @Nullable BitSet[] users = new BitSet[SLOTS_AT_FIRST];
  private int size;

  /**
   * Adds a user to a term.
   *
   * @param offset the user's place in the block
   */
  void add(long term, int offset) {
    of(term).set(offset);
  }

  /** Adds users to a term. */
  void add(long term, BitSet some) {
    of(term).or(some);
  }

  private BitSet of(long term) {
    int slot = slot(term);
    BitSet known = users[slot];
    if (known != null) {
      return known;
    }
    if (++size > terms.length / 2) {
      grow();
      slot = slot(term);
    }
    BitSet added = new BitSet();
    terms[slot] = term;
    users[slot] = added;
    return added;
  }

  /** Where a term is or belongs. Terms are hashes, so their bits are as good as random. */
  private int slot(long term) {
    int slot = (int) term & (terms.length - 1);
    while (users[slot] != null && terms[slot] != term) {
      slot = (slot + 1) & (terms.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldTerms = terms;
    @Nullable BitSet[] oldUsers = users;
    terms = new long[oldTerms.length * 2];
    users = new BitSet[oldTerms.length * 2];
    for (int i = 0; i < oldTerms.length; i++) {
      if (oldUsers[i] != null) {
        int slot = slot(oldTerms[i]);
        terms[slot] = oldTerms[i];
        users[slot] = oldUsers[i];
      }
    }
  }

  /** The places of the terms in a block. */
  long[] places(long block) {
    long[] places = new long[size];
    int count = 0;
    for (int i = 0; i < terms.length; i++) {
      if (users[i] != null) {
        places[count++] = Block.place(block, terms[i]);
      }
    }
    Arrays.sort(places);
    return places;
  }

  /** The rows of a block in the table {@code user_search}. */
  SortedMap<Long, byte[]> rows(long block) {
    TreeMap<Long, byte[]> rows = new TreeMap<>();
    for (int i = 0; i < terms.length; i++) {
      BitSet some = users[i];
      if (some != null) {
        rows.put(Block.place(block, terms[i]), Block.stored(some));
      }
    }
    return rows;
  }
}
