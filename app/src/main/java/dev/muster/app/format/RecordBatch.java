package dev.muster.app.format;

import dev.muster.read.ReadResult;
import java.util.List;

/** Consecutive records, cut but not necessarily parsed yet. Immutable; usable by any thread. */
public interface RecordBatch {

  int size();

  /** Whether the records are users, to be prepared as candidates; a batch never mixes. */
  default boolean ofUsers() {
    return true;
  }

  /** Parses the records: this is where the time goes, and it may happen on another thread. */
  List<ReadResult> parse();

  /**
   * One record as its source has it, for the reject file: a JSON text, or a table row's cells as a
   * JSON array of texts.
   *
   * @param place from 0 to size() - 1
   */
  byte[] source(int place);
}
