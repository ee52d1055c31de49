package dev.muster.app.format.csv;

import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.input.BadEncoding;
import dev.muster.problem.InputRefused;
import dev.muster.profile.csv.Header;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads a table's rows in batches. Blank lines are counted as lines, but are not records. */
final class CsvRecordReader implements RecordReader {

  private final CsvRows rows;
  private final Header header;
  private boolean behindHeader;
  private long nextIndex;

  /**
   * A reader of records.
   *
   * @param rows the rows, from the header or from a record on
   * @param first the index of the first record if the rows start with a record; empty if they start
   *     with the header
   */
  CsvRecordReader(CsvRows rows, Header header, OptionalLong first) {
    this.rows = rows;
    this.header = header;
    this.behindHeader = first.isPresent();
    this.nextIndex = first.orElse(0);
    int width = header.cells().size();
    rows.keepOnly(place -> place < width); // cells beyond the last column are ignored
  }

  @Override
  public RecordBatch next(int max) throws IOException {
    List<CsvRow> batch = new ArrayList<>(Math.min(max, 1 << 12));
    long offset = -1;
    try {
      if (!behindHeader) {
        behindHeader = rows.next() != null;
      }
      while (batch.size() < max) {
        CsvRow row = rows.next();
        if (row == null) {
          break;
        }
        if (!row.isBlank()) {
          offset = batch.isEmpty() ? rows.offset() : offset;
          batch.add(row);
        }
      }
    } catch (InputRefused | BadEncoding e) {
      throw new IOException("the input is no longer what it was: " + e.getMessage(), e);
    }
    long firstIndex = nextIndex;
    nextIndex += batch.size();
    return new CsvBatch(batch, firstIndex, offset, header);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
