package dev.muster.app.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** U+FEFF at the start of an input, which tells how the rest of it is encoded. */
enum ByteOrderMark {
  UTF_8(StandardCharsets.UTF_8),
  UTF_16LE(StandardCharsets.UTF_16LE),
  UTF_16BE(StandardCharsets.UTF_16BE);

  /** The length of the longest. */
  static final int LENGTH_MAX = 3;

  private final Charset charset;

  ByteOrderMark(Charset charset) {
    this.charset = charset;
  }

  Charset charset() {
    return charset;
  }

  int length() {
    return bytes().length;
  }

  /**
   * The mark that an input starts with.
   *
   * @param start its first bytes, {@link #LENGTH_MAX} of them if there are so many
   */
  static Optional<ByteOrderMark> of(byte[] start) {
    for (ByteOrderMark mark : values()) {
      int length = mark.length();
      if (start.length >= length && Arrays.equals(start, 0, length, mark.bytes(), 0, length)) {
        return Optional.of(mark);
      }
    }
    return Optional.empty();
  }

  private byte[] bytes() {
    return "\uFEFF".getBytes(charset);
  }
}
