package dev.muster.app.store.search;

import dev.muster.app.store.sql.ByteReader;
import dev.muster.app.store.sql.ByteWriter;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Consecutive user numbers that share rows of the search index. A set of its users is a bit set; it
 * is stored as the distances between its members or, if that takes fewer bytes, as a bitmap.
 */
final class Block {

  private static final int BITS = 14;

  /** The number of users in a block. */
  static final int SIZE = 1 << BITS;

  private static final byte DISTANCES = 0;
  private static final byte BITMAP = 1;

  private Block() {}

  /** The block of a user. */
  static long of(long user) {
    return user >> BITS;
  }

  /** The first user of a block. */
  static long first(long block) {
    return block << BITS;
  }

  /** The place of a user in its block. */
  static int offset(long user) {
    return (int) user & (SIZE - 1);
  }

  /** The place of a term's users in the table {@code user_search}. */
  static long place(long block, long term) {
    return block << SearchTerms.BITS | term;
  }

  /** The block of a place in the table {@code user_search}. */
  static long ofPlace(long place) {
    return place >> SearchTerms.BITS;
  }

  /** The term of a place in the table {@code user_search}. */
  static long termOfPlace(long place) {
    return place & ((1L << SearchTerms.BITS) - 1);
  }

  /** The stored form of a set. */
  static byte[] stored(BitSet users) {
    if (users.cardinality() < SIZE / Byte.SIZE) {
      ByteWriter out = new ByteWriter(users.cardinality() * 2 + 1);
      out.number(DISTANCES);
      int last = 0;
      for (int user = users.nextSetBit(0); user >= 0; user = users.nextSetBit(user + 1)) {
        out.number(user - last);
        last = user;
      }
      byte[] distances = out.bytes();
      if (distances.length <= SIZE / Byte.SIZE) {
        return distances;
      }
    }
    byte[] bits = users.toByteArray();
    byte[] bitmap = new byte[bits.length + 1];
    bitmap[0] = BITMAP;
    System.arraycopy(bits, 0, bitmap, 1, bits.length);
    return bitmap;
  }

  /** The set of a stored form. */
  static BitSet users(byte[] stored) {
    if (stored[0] == BITMAP) {
      return BitSet.valueOf(Arrays.copyOfRange(stored, 1, stored.length));
    }
    BitSet users = new BitSet(SIZE);
    ByteReader in = new ByteReader(stored);
    in.number();
    int user = 0;
    while (!in.atEnd()) {
      user += (int) in.number();
      users.set(user);
    }
    return users;
  }
}
