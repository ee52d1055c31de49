package dev.muster.app.format;

import dev.muster.app.json.JsonParser;
import dev.muster.read.RecordBatch;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON records in batches: cut here, parsed wherever the batch goes. */
final class SlicedReader implements RecordReader {

  /** How much is read at once. */
  static final int BUFFER_BYTES = 1 << 18;

  private final InputStream in;
  private final RecordSlicer slicer;
  private final long recordCount;
  private final InputLimits limits;
  private final JsonParser parser;
  private long read;
  private boolean ended;

  /**
   * A reader.
   *
   * @param in what the slicer reads; closed with this
   * @param recordCount what the survey counted
   */
  SlicedReader(InputStream in, RecordSlicer slicer, long recordCount, InputLimits limits) {
    this.in = in;
    this.slicer = slicer;
    this.recordCount = recordCount;
    this.limits = limits;
    this.parser = new JsonParser(limits.depth(), limits.fieldCharacters());
  }

  @Override
  public RecordBatch next(int max) throws IOException {
    List<RecordSlice> slices = new ArrayList<>(max);
    while (!ended && slices.size() < max) {
      RecordSlice slice = slicer.next();
      if (slice == null) {
        ended = true;
      } else {
        slices.add(slice);
      }
    }
    read += slices.size();
    if (read > recordCount || (ended && read < recordCount)) {
      throw new IOException("the input has changed: it held " + recordCount + " records before");
    }
    return new JsonBatch(slices, parser, limits.recordBytes());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
