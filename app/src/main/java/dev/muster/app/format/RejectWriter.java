package dev.muster.app.format;

import java.io.Closeable;
import java.io.IOException;

/** Writes failed records so that they can be mended and imported again. */
public interface RejectWriter extends Closeable {

  /** The field or column that holds the reason; every reader ignores it. */
  String REASON = "@reject-reason";

  /**
   * Writes one record.
   *
   * @param source as {@link RecordBatch#source} gave it
   * @param reason one line for people
   */
  void write(byte[] source, String reason) throws IOException;
}
