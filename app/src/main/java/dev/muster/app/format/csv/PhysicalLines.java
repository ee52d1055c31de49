package dev.muster.app.format.csv;

import dev.muster.app.format.RowLines;
import dev.muster.app.format.input.BadEncoding;
import dev.muster.problem.InputRefused;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a table's rows until the one whose line is wanted. */
final class PhysicalLines implements RowLines {

  private final TableRows rows;
  private long reached;

  /** Finds lines in rows from the first one on. */
  PhysicalLines(TableRows rows) {
    this.rows = rows;
    rows.keepOnly(place -> false);
  }

  @Override
  public long lineOf(long row) throws IOException {
    try {
      while (reached < row) {
        @Nullable CsvRow next = rows.next();
        if (next == null) {
          return 0;
        }
        reached = next.line();
      }
      return rows.physicalLine();
    } catch (InputRefused | BadEncoding | PaddedQuotes e) {
      throw new IOException("the input is no longer what it was: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
