package dev.muster.app.format;

import java.io.Closeable;
import java.io.IOException;

/** Writes failed records in a form that can be corrected and imported again. */
public interface RejectWriter extends Closeable {

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
