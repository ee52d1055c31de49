package dev.muster.app.format.csv;

import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.input.BadEncoding;
import dev.muster.problem.InputRefused;
import dev.muster.profile.csv.Header;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a table's rows in batches. Blank lines are counted as lines, but are not records. */
final class CsvRecordReader implements RecordReader {

  private final TableRows rows;
  private final Header header;
  private int rowsToSkip;
  private long nextIndex;

  /**
   * A reader of records.
   *
   * @param rowsToSkip the number of rows before the first record
   * @param firstIndex the index of the first record
   */
  CsvRecordReader(TableRows rows, Header header, int rowsToSkip, long firstIndex) {
    this.rows = rows;
    this.header = header;
    this.rowsToSkip = rowsToSkip;
    this.nextIndex = firstIndex;
    rows.complete(header.cells().size());
  }

  @Override
  public RecordBatch next(int max) throws IOException {
    List<CsvRow> batch = new ArrayList<>(Math.min(max, 1 << 12));
    long offset = -1;
    try {
      for (; rowsToSkip > 0; rowsToSkip--) {
        rows.next();
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
    } catch (InputRefused | BadEncoding | PaddedQuotes e) {
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
