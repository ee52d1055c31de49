package dev.muster.user;

import dev.muster.value.ReusedDigest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The fixed-width form in which stores index a {@link Key}: the first 128 bits of its text's
 * SHA-256. Two integers instead of a text of any length make the index half as large, and an import
 * writes half as many of its pages. Finding a collision would take about 2⁶⁴ tries.
 *
 * @param high the first 64 bits; look-ups use only these
 * @param low the next 64 bits
 */
public record KeyHash(long high, long low) {

  private static final ThreadLocal<ReusedDigest> SHA_256 = ReusedDigest.ofEachThread("SHA-256");

  static KeyHash of(String text) {
    byte[] digest = SHA_256.get().of(text.getBytes(StandardCharsets.UTF_8));
    return new KeyHash(number(digest, 0), number(digest, Long.BYTES));
  }

  private static long number(byte[] bytes, int from) {
    long number = 0;
    for (int i = from; i < from + Long.BYTES; i++) {
      number = number << Byte.SIZE | Byte.toUnsignedLong(bytes[i]);
    }
    return number;
  }

  /** The 128 bits as bytes, the first ones first. */
  public byte[] bytes() {
    byte[] bytes = new byte[2 * Long.BYTES];
    put(high, bytes, 0);
    put(low, bytes, Long.BYTES);
    return bytes;
  }

  private static void put(long number, byte[] bytes, int from) {
    for (int i = 0; i < Long.BYTES; i++) {
      bytes[from + i] = (byte) (number >>> (Long.SIZE - Byte.SIZE * (i + 1)));
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeyHash that && high == that.high && low == that.low;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(high);
  }
}
