package dev.muster.app.format;

import dev.muster.app.job.unchanged.UnparsedRecords;
import dev.muster.profile.Dialect;
import dev.muster.user.Key;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** An input after its survey: it can be imported, and can be read again and again. Thread-safe. */
public interface SurveyedInput {

  /** Records that are read at once where they are only passed over. */
  int READ_AT_ONCE = 2000;

  /**
   * For people: the format, and how the input is written: {@code csv, semicolons, windows-1252}.
   */
  String description();

  long recordCount();

  Dialect dialect();

  /** The cells of a table's header row as the file has them; empty for other inputs. */
  default List<String> header() {
    return List.of();
  }

  /** Slow work on its records that can be done before the import; empty where there is none. */
  default Optional<SlowPreparation> slowPreparation() {
    return Optional.empty();
  }

  /** Whether the format itself asks that all of it is imported or nothing. */
  default boolean allOrNothing() {
    return false;
  }

  /** False only for values that no two records have; see {@link dev.muster.match.RepeatLedger}. */
  boolean mayRepeat(Key key);

  /** How records are compared without parsing, to skip unchanged ones; empty where they aren't. */
  default Optional<UnparsedRecords> unparsed() {
    return Optional.empty();
  }

  /**
   * Looks whether the input is still the one that was surveyed.
   *
   * @throws IOException if it was written to since
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

  /** Writes rejected records in this input's own format, each with its reason. */
  RejectWriter rejects(OutputStream out) throws IOException;
}
