package dev.muster.app.job.unchanged;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * SipHash-1-3 (J.-P. Aumasson and D. J. Bernstein, "SipHash: a fast short-input PRF", 2012; with
 * one round a word and three at the end, as hash tables use it): a 64-bit hash of bytes and a key.
 * For one thread.
 */
final class SipHash {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private long v0;
  private long v1;
  private long v2;
  private long v3;

  private SipHash(long key0, long key1) {
    this.v0 = key0 ^ 0x736f6d6570736575L;
    this.v1 = key1 ^ 0x646f72616e646f6dL;
    this.v2 = key0 ^ 0x6c7967656e657261L;
    this.v3 = key1 ^ 0x7465646279746573L;
  }

  /** The hash of bytes. */
  static long of(long key0, long key1, byte[] bytes) {
    return new SipHash(key0, key1).bytes(bytes).value();
  }

  private void word(long word) {
    v3 ^= word;
    round();
    v0 ^= word;
  }

  /** Hashes all bytes; the last word holds the remaining ones, and how many bytes there are. */
  private SipHash bytes(byte[] bytes) {
    int end = bytes.length & ~7;
    for (int i = 0; i < end; i += 8) {
      word((long) WORDS.get(bytes, i));
    }
    long last = (long) bytes.length << 56;
    for (int i = bytes.length - 1; i >= end; i--) {
      last |= (bytes[i] & 0xffL) << (8 * (i - end));
    }
    word(last);
    return this;
  }

  private long value() {
    v2 ^= 0xff;
    round();
    round();
    round();
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private void round() {
    v0 += v1;
    v1 = Long.rotateLeft(v1, 13) ^ v0;
    v0 = Long.rotateLeft(v0, 32);
    v2 += v3;
    v3 = Long.rotateLeft(v3, 16) ^ v2;
    v0 += v3;
    v3 = Long.rotateLeft(v3, 21) ^ v0;
    v2 += v1;
    v1 = Long.rotateLeft(v1, 17) ^ v2;
    v2 = Long.rotateLeft(v2, 32);
  }
}
