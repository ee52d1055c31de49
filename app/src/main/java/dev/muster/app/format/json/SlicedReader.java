package dev.muster.app.format.json;

import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.RecordReader;
import dev.muster.app.json.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON records in batches. The reader only splits the text; the records are parsed later,
 * possibly on another thread.
 */
public final class SlicedReader implements RecordReader {

  /** The buffer size in bytes. */
  public static final int BUFFER_BYTES = 1 << 18;

  private final JsonInput input;
  private final InputStream in;
  private final RecordSlicer slicer;
  private final long recordCount;
  private final long start;
  private final MarkedLine markedLine;
  private final JsonParser parser;
  private long read;
  private boolean ended;

  /** Reads all {@code recordCount} records of an input. */
  public SlicedReader(
      JsonInput input, long recordCount, InputStream in, long start, RecordSlicer slicer) {
    this(input, recordCount, in, start, slicer, 0, MarkedLine.NONE);
  }

  /**
   * Reads from a record on.
   *
   * @param in the stream that the slicer reads; closed with this reader
   * @param start the offset in the text at which the stream starts
   * @param index the index of the first record
   * @param markedLine the line on which the stream starts
   */
  public SlicedReader(
      JsonInput input,
      long recordCount,
      InputStream in,
      long start,
      RecordSlicer slicer,
      long index,
      MarkedLine markedLine) {
    this.input = input;
    this.recordCount = recordCount;
    this.in = in;
    this.start = start;
    this.slicer = slicer;
    this.read = index;
    this.markedLine = markedLine;
    this.parser = new JsonParser(input.limits().depth(), input.limits().fieldCharacters());
  }

  @Override
  public RecordBatch next(int max) throws IOException {
    List<RecordSlice> slices = new ArrayList<>(max);
    long place = 0;
    while (!ended && slices.size() < max) {
      RecordSlice slice = slicer.next();
      if (slice == null) {
        ended = true;
      } else {
        place = slices.isEmpty() ? slicer.place() : place;
        slices.add(slice);
      }
    }
    read += slices.size();
    if (read > recordCount || (ended && read < recordCount)) {
      throw new IOException("the input has changed: it held " + recordCount + " records before");
    }
    return new JsonBatch(
        slices,
        parser,
        input.limits().recordBytes(),
        new JsonBatch.Origin(input, start + place, markedLine));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
