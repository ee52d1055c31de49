package dev.muster.app.store.sql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes numbers as variable-length integers (LEB128), and each distinct text once. Not
 * thread-safe.
 */
public final class ByteWriter {

  private byte[] bytes;
  private int size;
  private final Map<String, Integer> texts = new HashMap<>();

  public ByteWriter() {
    this(4096);
  }

  /**
   * Creates a writer.
   *
   * @param room about how many bytes will be written
   */
  public ByteWriter(int room) {
    this.bytes = new byte[room];
  }

  /** Writes an unsigned varint; a negative number takes ten bytes. */
  public void number(long number) {
    long left = number;
    while ((left & ~0x7fL) != 0) {
      put((byte) (left | 0x80));
      left >>>= 7;
    }
    put((byte) left);
  }

  /** Writes a number with zigzag encoding: numbers near zero, of either sign, take few bytes. */
  public void signed(long number) {
    number((number << 1) ^ (number >> 63));
  }

  /**
   * Writes a text: 0 and the text itself the first time, later its number in order of first use,
   * from 1.
   */
  public void text(String text) {
    Integer known = texts.putIfAbsent(text, texts.size() + 1);
    if (known != null) {
      number(known);
      return;
    }
    number(0);
    data(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes the length of {@code data}, then the bytes. */
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
