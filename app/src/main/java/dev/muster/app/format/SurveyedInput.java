package dev.muster.app.format;

import dev.muster.app.job.unchanged.UnparsedRecords;
import dev.muster.profile.Dialect;
import dev.muster.user.Key;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** An input that passed its survey. It can be read repeatedly. Thread-safe. */
public interface SurveyedInput extends RejectForm {

  /** The batch size for records that are only skipped. */
  int READ_AT_ONCE = 2000;

  /** The display text of format and encoding, such as {@code csv, semicolons, windows-1252}. */
  String description();

  /** The name of the character encoding; empty if the input is no text. */
  default Optional<String> charset() {
    return Optional.empty();
  }

  /** Remarks on the input as a whole, for the person who imports it; mostly none. */
  default List<String> notes() {
    return List.of();
  }

  /**
   * Remarks on hashes that could be something else than what they are read as; mostly none. A table
   * has them after its survey, other inputs as they are read.
   */
  default List<HashNote> hashNotes() {
    return List.of();
  }

  long recordCount();

  Dialect dialect();

  /** The cells of a table's header row as the file has them; empty for other inputs. */
  default List<String> header() {
    return List.of();
  }

  /**
   * Finds the physical lines of rows. Empty if the lines in positions of records are physical ones,
   * as they are unless the rows of a table span several lines.
   */
  default Optional<RowLines> rowLines() throws IOException {
    return Optional.empty();
  }

  /** Hashing of passwords that can be done before the import; empty if there is none. */
  default Optional<SlowPreparation> slowPreparation() {
    return Optional.empty();
  }

  /** Whether the format requires an all-or-nothing import. */
  default boolean allOrNothing() {
    return false;
  }

  /**
   * Whether several records may have this key. False only if at most one has it; see {@link
   * dev.muster.match.RepeatLedger}.
   */
  boolean mayRepeat(Key key);

  /**
   * Whether several records may give this key to users. True unless the survey has seen all keys
   * that records give.
   */
  default boolean mayBeGivenTwice(Key key) {
    return true;
  }

  /**
   * How to compare records without parsing, to skip unchanged ones; empty if that is unsupported.
   */
  default Optional<UnparsedRecords> unparsed() {
    return Optional.empty();
  }

  /**
   * Checks that the input has not changed since its survey.
   *
   * @throws IOException if it has changed
   */
  void requireUnchanged() throws IOException;

  /** Starts reading at record 0. */
  RecordReader open() throws IOException;

  /**
   * Starts reading at a record.
   *
   * @param mark of a batch of this input
   */
  default RecordReader openAt(InputMark mark) throws IOException {
    RecordReader reader = open();
    try {
      for (long left = mark.recordIndex(); left > 0; ) {
        int read = reader.next((int) Math.min(left, READ_AT_ONCE)).size();
        if (read == 0) {
          throw new IOException("the input has become shorter since it was surveyed");
        }
        left -= read;
      }
      return reader;
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  /**
   * Whether {@link #openAt} goes straight to a mark's byte. If not, it reads the input before it,
   * and reading on costs less.
   */
  default boolean isSeekable() throws IOException {
    return false;
  }
}
