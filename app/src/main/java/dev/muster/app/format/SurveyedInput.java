package dev.muster.app.format;

import dev.muster.app.job.unchanged.UnparsedRecords;
import dev.muster.profile.Dialect;
import dev.muster.user.Key;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** An input after its survey: it can be imported, and can be read again and again. Thread-safe. */
public interface SurveyedInput {

  /**
   * The format's name, and for people how it was written: {@code csv, semicolons, windows-1252}.
   */
  String description();

  long recordCount();

  Dialect dialect();

  /** How many records bring a password in plain, which has to be hashed if it is needed. */
  default long plainPasswords() {
    return 0;
  }

  /** How RestAuth's services and groups are read; empty for inputs that hold users alone. */
  default Optional<RestAuthReading> restAuth() {
    return Optional.empty();
  }

  /** Whether the format itself asks that all of it is imported or nothing. */
  default boolean allOrNothing() {
    return restAuth().isPresent();
  }

  /** False only for values that no two records have; see {@link dev.muster.match.RepeatLedger}. */
  boolean mayRepeat(Key key);

  /** How records are compared without parsing, to skip unchanged ones; empty where they aren't. */
  default Optional<UnparsedRecords> unparsed() {
    return Optional.empty();
  }

  /** Starts reading at record 0. */
  RecordReader open() throws IOException;

  /** Writes rejected records in this input's own format, each with its reason. */
  RejectWriter rejects(OutputStream out) throws IOException;
}
