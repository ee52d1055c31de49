package dev.muster.app.format.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A window on a stream: a buffer with the bytes that were read ahead and with the current record,
 * which stays in the buffer until it is complete or larger than the limit. For one thread.
 *
 * <p>The fields are public because slicers scan {@link #bytes} from {@link #at} to {@link #end}
 * directly; a method call for each byte would be too slow.
 */
public final class ByteWindow {

  /** The buffer; {@link #fill} may replace it. */
  public byte[] bytes;

  /** The index of the next byte to scan. */
  public int at;

  /** The index after the last byte in the buffer. */
  public int end;

  private final InputStream in;
  private final int recordBytesMax;
  private int start = -1; // the index of the record's first byte; -1 outside records
  private boolean overflowed;
  private long before; // bytes that were dropped from the buffer

  /**
   * A window on a stream.
   *
   * @param recordBytesMax the largest record to keep, in bytes
   * @param bufferBytes the initial size of the buffer, at least 1
   */
  public ByteWindow(InputStream in, int recordBytesMax, int bufferBytes) {
    this.in = in;
    this.recordBytesMax = recordBytesMax;
    this.bytes = new byte[bufferBytes];
  }

  /** The 0-based offset in the stream of an index of the buffer. */
  public long offset(int place) {
    return before + place;
  }

  /** The index of the first byte of the record that is {@link #isWhole}. */
  public int start() {
    return start;
  }

  /** Starts a record at an index of the buffer. */
  public void begin(int place) {
    start = place;
    overflowed = false;
  }

  /**
   * Whether the record that ends before {@code to} is within the limit, so that it can be copied.
   */
  public boolean isWhole(int to) {
    return !overflowed && to - start <= recordBytesMax;
  }

  /** The bytes of a record that {@link #isWhole}. */
  public byte[] copy(int to) {
    return Arrays.copyOfRange(bytes, start, to);
  }

  /** Ends the record. */
  public void finish() {
    start = -1;
  }

  /** Reads more bytes, after the whole buffer was scanned; false at the end of the stream. */
  public boolean fill() throws IOException {
    overflowed |= start >= 0 && end - start > recordBytesMax;
    int keepFrom = start < 0 || overflowed ? end : start;
    int kept = end - keepFrom;
    byte[] target = kept == bytes.length ? new byte[Math.multiplyExact(kept, 2)] : bytes;
    System.arraycopy(bytes, keepFrom, target, 0, kept);
    bytes = target;
    before += keepFrom;
    start = start < 0 ? -1 : 0;
    at = kept;
    end = kept;
    int n = in.read(bytes, end, bytes.length - end);
    end += Math.max(0, n);
    return n > 0 || (n == 0 && fill());
  }
}
