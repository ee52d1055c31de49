package dev.muster.app.job.run;

import dev.muster.app.format.InputFile;
import dev.muster.app.job.Job;
import dev.muster.apply.StoreUnavailable;
import java.util.List;

/** Someone who wants to know how far an import is. Called from the importing thread. */
public interface ImportProgress {

  /** The survey begins; {@link InputFile#position} tells how far it is. */
  default void surveying(InputFile input) {}

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

  /** Who wants to know what restauth-import would say. */
  default RestAuthLog restAuth() {
    return RestAuthLog.NONE;
  }

  /** Nobody wants to know. */
  ImportProgress NONE = new ImportProgress() {};
}
