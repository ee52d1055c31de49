package dev.muster.app.store.sql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Decodes bytes that a {@link ByteWriter} wrote. Not thread-safe. */
public final class ByteReader {

  private final byte[] bytes;
  private int next;
  private final List<String> texts = new ArrayList<>();

  public ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  public boolean atEnd() {
    return next == bytes.length;
  }

  public long number() {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = bytes[next++];
      number |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return number;
      }
    }
  }

  public long signed() {
    long number = number();
    return (number >>> 1) ^ -(number & 1);
  }

  public String text() {
    int place = (int) number();
    if (place > 0) {
      return texts.get(place - 1);
    }
    String text = new String(data(), StandardCharsets.UTF_8);
    texts.add(text);
    return text;
  }

  public byte[] data() {
    int length = (int) number();
    byte[] data = Arrays.copyOfRange(bytes, next, next + length);
    next += length;
    return data;
  }
}
