package dev.muster.read;

import java.util.ArrayList;
import java.util.List;

/** Consecutive records of an input, split but not necessarily parsed. Immutable and thread-safe. */
public interface ParsableRecords {

  int size();

  /** Parses all records. This is the expensive part, so it may run on another thread. */
  default List<ReadResult> parse() {
    List<ReadResult> results = new ArrayList<>(size());
    for (int index = 0; index < size(); index++) {
      results.add(parse(index));
    }
    return results;
  }

  /**
   * Parses one record.
   *
   * @param index from 0 to size() - 1
   */
  ReadResult parse(int index);

  /** The position of a record in the input. */
  Position position(int index);

  /**
   * One record as the input has it, for the reject file: a JSON text, or a table row's cells as a
   * JSON array of texts.
   *
   * @param index from 0 to size() - 1
   */
  byte[] source(int index);
}
