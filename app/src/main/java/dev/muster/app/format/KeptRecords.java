package dev.muster.app.format;

import dev.muster.report.RecordResult;
import dev.muster.value.Struct;

/** Shows failed records from what an import kept of them, without its input. Thread-safe. */
public interface KeptRecords {

  /** None can be shown. */
  KeptRecords NONE = (source, result) -> Struct.EMPTY;

  /**
   * A record as its dialect shows it in reports, secrets left out.
   *
   * @param source what {@link RecordBatch#source} gave; empty where nothing was kept
   * @return empty if it can't be read
   */
  Struct show(byte[] source, RecordResult result);
}
