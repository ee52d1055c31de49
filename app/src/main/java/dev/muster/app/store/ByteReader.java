package dev.muster.app.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Decodes bytes that a {@link ByteWriter} wrote. Not thread-safe. */
final class ByteReader {

  private final byte[] bytes;
  private int next;
  private final List<String> texts = new ArrayList<>();

  ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean atEnd() {
    return next == bytes.length;
  }

  long number() {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = bytes[next++];
      number |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return number;
      }
    }
  }

  long signed() {
    long number = number();
    return (number >>> 1) ^ -(number & 1);
  }

  String text() {
    int place = (int) number();
    if (place > 0) {
      return texts.get(place - 1);
    }
    String text = new String(data(), StandardCharsets.UTF_8);
    texts.add(text);
    return text;
  }

  byte[] data() {
    int length = (int) number();
    byte[] data = Arrays.copyOfRange(bytes, next, next + length);
    next += length;
    return data;
  }
}
