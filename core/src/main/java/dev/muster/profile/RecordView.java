package dev.muster.profile;

import dev.muster.read.SourceRecord;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import java.util.Optional;

/** Renders a dialect's records in reports, without secrets. Pure. */
public interface RecordView {

  /**
   * Members to add to the record's detail, such as {@code record} or {@code cells}; may be empty.
   */
  Struct members(SourceRecord source, RecordResult result);

  /**
   * The login id by which a user is shown whom a valid record makes; empty if it gives the user
   * none.
   */
  Optional<String> login(SourceRecord source);
}
