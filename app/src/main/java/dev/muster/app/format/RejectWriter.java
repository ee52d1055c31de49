package dev.muster.app.format;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;

/**
 * Writes failed records in a form that can be corrected and imported again. Flushing passes on what
 * was written; only closing writes the document's end.
 */
public interface RejectWriter extends Closeable, Flushable {

  /** The field or column for the reason; imports ignore it. */
  String REASON = "@reject-reason";

  /**
   * Writes one record.
   *
   * @param source the result of {@link RecordBatch#source}
   * @param reason why the record failed, one line
   */
  void write(byte[] source, String reason) throws IOException;
}
