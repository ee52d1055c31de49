package dev.muster.app.store.postgres;

import dev.muster.app.store.sql.Sql;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the input of a submitted import from the database, holding one part in memory at a time.
 */
final class InputParts extends InputStream {

  private final Sql sql;
  private final long job;
  private final long count;
  private byte[] part = new byte[0];
  private int taken;
  private int next;

  InputParts(Sql sql, long job, long count) {
    this.sql = sql;
    this.job = job;
    this.count = count;
  }

  @Override
  public int read() throws IOException {
    return atEnd() ? -1 : part[taken++] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (atEnd()) {
      return -1;
    }
    int some = Math.min(length, part.length - taken);
    System.arraycopy(part, taken, buffer, offset, some);
    taken += some;
    return some;
  }

  private boolean atEnd() throws IOException {
    while (taken == part.length && next < count) {
      part =
          sql.first(
                  "SELECT bytes FROM job_inputs WHERE job = ? AND part = ?",
                  row -> row.getBytes(1),
                  job,
                  next++)
              .orElseThrow(() -> new IOException("it was deleted from the directory meanwhile"));
      taken = 0;
    }
    return taken == part.length;
  }
}
