package dev.muster.app.store.postgres;

import dev.muster.app.store.sql.Sql;
import java.io.IOException;
import java.io.InputStream;

/** Reads bytes that the database has in parts, holding one part in memory at a time. */
final class InputParts extends InputStream {

  private final Sql sql;
  private final String query;
  private final long owner;
  private final long count;
  private byte[] part = new byte[0];
  private int taken;
  private int next;

  private InputParts(Sql sql, String query, long owner, long count) {
    this.sql = sql;
    this.query = query;
    this.owner = owner;
    this.count = count;
  }

  /** The input of a submitted import. */
  static InputParts ofJob(Sql sql, long job, long count) {
    return new InputParts(
        sql, "SELECT bytes FROM job_inputs WHERE job = ? AND part = ?", job, count);
  }

  /** An uploaded file. */
  static InputParts ofUpload(Sql sql, long upload, long count) {
    return new InputParts(
        sql, "SELECT bytes FROM upload_parts WHERE upload = ? AND part = ?", upload, count);
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
          sql.first(query, row -> row.getBytes(1), owner, next++)
              .orElseThrow(() -> new IOException("it was deleted from the directory meanwhile"));
      taken = 0;
    }
    return taken == part.length;
  }
}
