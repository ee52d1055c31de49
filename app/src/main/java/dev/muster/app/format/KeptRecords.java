package dev.muster.app.format;

import dev.muster.report.RecordResult;
import dev.muster.value.Struct;

/** Renders failed records that an import stored, without its input. Thread-safe. */
public interface KeptRecords {

  /** Renders nothing. */
  KeptRecords NONE = (source, result) -> Struct.EMPTY;

  /**
   * A record as reports of its dialect show it, without secrets.
   *
   * @param source the result of {@link RecordBatch#source}; empty if nothing was stored
   * @return empty if it can't be read
   */
  Struct show(byte[] source, RecordResult result);
}
