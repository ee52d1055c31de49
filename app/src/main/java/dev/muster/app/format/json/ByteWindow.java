package dev.muster.app.format.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * What a slicer sees of a stream: the bytes read ahead, and the record that is being cut, which
 * stays in view until it is finished or larger than the limit. For one thread.
 *
 * <p>The slicers run over {@link #bytes} from {@link #at} to {@link #end} themselves, which is why
 * these are bare fields: a call for every byte would cost more than the work.
 */
public final class ByteWindow {

  /** Holds what is in view; replaced when the window moves. */
  public byte[] bytes;

  /** The place of the next byte to look at. */
  public int at;

  /** The place after the last byte in view. */
  public int end;

  private final InputStream in;
  private final int recordBytesMax;
  private int start = -1; // where the record begins; -1 outside of records
  private boolean overflowed;
  private long before; // bytes that have left the view

  /**
   * A window on a stream.
   *
   * @param recordBytesMax greatest size of a record that is kept
   * @param bufferBytes how much is read at once, at least 1
   */
  public ByteWindow(InputStream in, int recordBytesMax, int bufferBytes) {
    this.in = in;
    this.recordBytesMax = recordBytesMax;
    this.bytes = new byte[bufferBytes];
  }

  /** The 0-based offset in the stream of a place in view. */
  public long offset(int place) {
    return before + place;
  }

  /** Begins a record at a place in view. */
  public void begin(int place) {
    start = place;
    overflowed = false;
  }

  /** Ends the record before a place in view; true if it is whole, so that it can be copied. */
  public boolean isWhole(int to) {
    return !overflowed && to - start <= recordBytesMax;
  }

  /** The bytes of a whole record. */
  public byte[] copy(int to) {
    return Arrays.copyOfRange(bytes, start, to);
  }

  /** Goes on outside of records. */
  public void finish() {
    start = -1;
  }

  /** Moves on when everything in view has been looked at; false at the end of the stream. */
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
