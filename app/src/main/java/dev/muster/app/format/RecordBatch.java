package dev.muster.app.format;

import dev.muster.read.Position;
import dev.muster.read.ReadResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Consecutive records, cut but not necessarily parsed yet. Immutable; usable by any thread. */
public interface RecordBatch {

  int size();

  /** The section of the input that all of the batch is from. */
  default Section section() {
    return Section.USERS;
  }

  /**
   * Where the first record starts, for {@link SurveyedInput#openAt}. Only for batches that are not
   * empty.
   */
  default InputMark mark() {
    return new InputMark(0, position(0).line(), position(0).index());
  }

  /** Parses the records: this is where the time goes, and it may happen on another thread. */
  default List<ReadResult> parse() {
    List<ReadResult> results = new ArrayList<>(size());
    for (int place = 0; place < size(); place++) {
      results.add(parse(place));
    }
    return results;
  }

  /**
   * Parses one record.
   *
   * @param place from 0 to size() - 1
   */
  ReadResult parse(int place);

  /** Where the record at a place stands in the input. */
  Position position(int place);

  /**
   * One record as its source has it, for the reject file: a JSON text, or a table row's cells as a
   * JSON array of texts.
   *
   * @param place from 0 to size() - 1
   */
  byte[] source(int place);

  /**
   * Opens the text of one record, which may be larger than the limit for records.
   *
   * @param place from 0 to size() - 1
   * @throws IOException if the input can't be read any more
   */
  default InputStream open(int place) throws IOException {
    return new ByteArrayInputStream(source(place));
  }
}
