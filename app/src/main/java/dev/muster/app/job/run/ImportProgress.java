package dev.muster.app.job.run;

import dev.muster.app.format.Formats;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.job.Job;
import dev.muster.apply.StoreUnavailable;
import dev.muster.user.Realm;
import java.time.Duration;
import java.util.List;

/** Observes an import. Called from the importing thread. */
public interface ImportProgress {

  /** The input's format was determined. */
  default void recognised(Formats.Recognised format) {}

  /** The survey begins; {@link InputFile#position} is its progress. */
  default void surveying(InputFile input) {}

  /**
   * The uniqueness rules of a realm that has users are about to change.
   *
   * @param before the realm with the current rules
   * @param after the realm with the new rules
   */
  default void changingRules(Realm before, Realm after) {}

  /** The survey is done, and the input can be imported. */
  default void surveyed(InputFile file, SurveyedInput input) {}

  /**
   * Known passwords were checked, if some were given, and all of them fit. Called after {@link
   * #surveyed} for each new import.
   */
  default void proved(SurveyedInput input, ProofResult result) {}

  /** The job starts, or resumes after {@code done} records. */
  default void importing(Job job, long done) {}

  /**
   * A resumed import keeps the settings that it started with, although the current ones differ.
   *
   * @param differences such as {@code default_country was FR and is DE}; at least one
   */
  default void keepsSettings(Job job, List<String> differences) {}

  /** {@code records} records of the job are committed. */
  default void done(long records) {}

  /**
   * {@code records} records are decided; the last of them may not be committed yet, and may be
   * decided again.
   */
  default void decided(long records) {}

  /** A chunk was matched, decided and handed to the store in this time; it is not committed yet. */
  default void chunkTook(Duration time) {}

  /** The store can't be reached; the import waits for it. Called at every retry. */
  default void waiting(StoreUnavailable reason) {}

  /** Look-ups of unchanged records failed; from now on they are parsed like all others. */
  default void unchangedNotSkipped(String reason) {}

  /** Ignores all events. */
  ImportProgress NONE = new ImportProgress() {};
}
