package dev.muster.profile;

import dev.muster.read.SourceRecord;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;

/** How a dialect shows a record in the report of an import, secrets left out. Pure. */
public interface RecordView {

  /**
   * Members to add to the record's detail, such as {@code record} or {@code cells}; may be empty.
   */
  Struct members(SourceRecord source, RecordResult result);
}
