package dev.muster.app.format;

import dev.muster.problem.InputRefused;
import dev.muster.profile.csv.Header;
import dev.muster.read.RecordBatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a table's rows in batches; blank lines are counted as lines and are no records. */
final class CsvRecordReader implements RecordReader {

  private final CsvRows rows;
  private final Header header;
  private boolean behindHeader;
  private long nextIndex;

  /**
   * A reader of records.
   *
   * @param rows from the header on; cells beyond its last column are left out
   */
  CsvRecordReader(CsvRows rows, Header header) {
    this.rows = rows;
    this.header = header;
    int width = header.columns().size();
    rows.keepOnly(place -> place < width);
  }

  @Override
  public RecordBatch next(int max) throws IOException {
    List<CsvRow> batch = new ArrayList<>(Math.min(max, 1 << 12));
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
          batch.add(row);
        }
      }
    } catch (InputRefused | BadEncoding e) {
      throw new IOException("the input is no longer what it was: " + e.getMessage(), e);
    }
    long firstIndex = nextIndex;
    nextIndex += batch.size();
    return new CsvBatch(batch, firstIndex, header);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
