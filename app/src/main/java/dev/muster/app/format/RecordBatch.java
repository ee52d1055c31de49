package dev.muster.app.format;

import dev.muster.read.ParsableRecords;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Consecutive records of one section of an input. Immutable and thread-safe. */
public interface RecordBatch extends ParsableRecords {

  /** The section of the input that the records belong to. */
  default Section section() {
    return Section.USERS;
  }

  /**
   * The position of the first record, for {@link SurveyedInput#openAt}. The batch must not be
   * empty.
   */
  default InputMark mark() {
    return new InputMark(0, position(0).line(), position(0).index());
  }

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
