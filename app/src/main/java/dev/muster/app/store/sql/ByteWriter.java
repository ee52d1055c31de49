package dev.muster.app.store.sql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Writes numbers in as few bytes as they need (LEB128), and every text once. Not thread-safe. */
public final class ByteWriter {

  private byte[] bytes = new byte[4096];
  private int size;
  private final Map<String, Integer> texts = new HashMap<>();

  /** Writes a number; a negative one takes ten bytes. */
  public void number(long number) {
    long left = number;
    while ((left & ~0x7fL) != 0) {
      put((byte) (left | 0x80));
      left >>>= 7;
    }
    put((byte) left);
  }

  /** Writes any number, small in either direction. */
  public void signed(long number) {
    number((number << 1) ^ (number >> 63));
  }

  /** Writes a text: 0 and itself the first time, its place in the list of texts afterwards. */
  public void text(String text) {
    Integer known = texts.putIfAbsent(text, texts.size() + 1);
    if (known != null) {
      number(known);
      return;
    }
    number(0);
    data(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a length and so many bytes. */
  public void data(byte[] data) {
    number(data.length);
    ensure(data.length);
    System.arraycopy(data, 0, bytes, size, data.length);
    size += data.length;
  }

  public byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void put(byte b) {
    ensure(1);
    bytes[size++] = b;
  }

  private void ensure(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }
}
