package dev.muster.app.job.run;

import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.job.Job;
import dev.muster.apply.StoreUnavailable;
import dev.muster.user.Realm;
import java.util.List;

/** Follows an import. Called from the importing thread. */
public interface ImportProgress {

  /** The input will be read as this format. */
  default void recognised(ImportFormat format) {}

  /** The survey begins; {@link InputFile#position} tells how far it is. */
  default void surveying(InputFile input) {}

  /**
   * The rules of uniqueness of a realm that has users are about to change.
   *
   * @param before as the directory follows them
   * @param after as the import asks for them
   */
  default void changingRules(Realm before, Realm after) {}

  /** The survey is done, and the input can be imported. */
  default void surveyed(InputFile file, SurveyedInput input) {}

  /** The job is on record and begins, or goes on after {@code done} records. */
  default void importing(Job job, long done) {}

  /**
   * An import that is resumed keeps the settings that it began with, though others are at hand.
   *
   * @param differences such as {@code default_country was FR and is DE}; at least one
   */
  default void keepsSettings(Job job, List<String> differences) {}

  /** So many records of the job are done. */
  default void done(long records) {}

  /** So many are decided on; the last of them may not be committed yet, and may be done again. */
  default void decided(long records) {}

  /** The store is away; the import goes on when it is back. Told at every try. */
  default void waiting(StoreUnavailable reason) {}

  /** Follows nothing. */
  ImportProgress NONE = new ImportProgress() {};
}
