package dev.muster.app.store;

import java.util.OptionalLong;
import java.util.UUID;

/**
 * Converts user numbers to public ids: UUIDs of version 8 (RFC 9562) that contain the directory's
 * 58 random bits and the number. So ids of different directories don't collide, no mapping table is
 * needed, and ids sort by age.
 */
public final class UserIds {

  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final int LOW_BITS = 62;
  private static final long LOW_MASK = (1L << LOW_BITS) - 1;

  private final long directoryBits;

  /**
   * Converts ids of one directory.
   *
   * @param directoryId 15 hexadecimal digits; the lower 58 bits are used
   */
  public UserIds(String directoryId) {
    this.directoryBits = Long.parseUnsignedLong(directoryId, 16) & ((1L << 58) - 1);
  }

  /** The id of a user, such as {@code 5f3a9c01-77de-8b42-a000-00000000002a}. */
  public String show(long number) {
    long top48 = directoryBits >>> 10;
    long next10 = directoryBits & 0x3ff;
    long high = (top48 << 16) | VERSION_8 | next10;
    return new UUID(high, VARIANT | (number & LOW_MASK)).toString();
  }

  /** The number of a user of this directory; empty for any other text. */
  public OptionalLong parse(String text) {
    if (text.length() != 36) {
      return OptionalLong.empty();
    }
    try {
      UUID uuid = UUID.fromString(text);
      long number = uuid.getLeastSignificantBits() & LOW_MASK;
      return show(number).equals(uuid.toString()) ? OptionalLong.of(number) : OptionalLong.empty();
    } catch (IllegalArgumentException e) {
      return OptionalLong.empty();
    }
  }
}
