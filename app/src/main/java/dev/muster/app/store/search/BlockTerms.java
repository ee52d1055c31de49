package dev.muster.app.store.search;

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

  /** The users of each term, by the term's place in a block. */
  SortedMap<Long, BitSet> sets(long block) {
    TreeMap<Long, BitSet> sets = new TreeMap<>();
    for (int i = 0; i < terms.length; i++) {
      BitSet some = users[i];
      if (some != null) {
        sets.put(Block.place(block, terms[i]), some);
      }
    }
    return sets;
  }
}
