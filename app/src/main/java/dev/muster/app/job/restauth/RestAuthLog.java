package dev.muster.app.job.restauth;

import dev.muster.app.format.restauth.RestAuthSection;
import dev.muster.problem.Problem;

/**
 * Hears what {@code restauth-import} says of each entry, in the order in which entries are carried
 * out. Called from the importing thread.
 */
public interface RestAuthLog {

  /** An attempt begins; what earlier ones have said does not count any more. */
  default void begin() {}

  /** Entries of a section come next. */
  default void section(RestAuthSection.Kind section) {}

  /** An entry's line, without the asterisk. */
  default void line(String name, String text) {}

  /** A line about a user's properties, which are looked at after all users. */
  default void propertyLine(String name, String text) {}

  /** A password was made up. */
  default void generated(RestAuthSection.Kind section, String name, String password) {}

  /**
   * An entry can't be imported, so that nothing is.
   *
   * @param later whether RestAuth would notice it after the section's other entries: properties and
   *     subgroups
   */
  default void failed(Problem problem, boolean later) {}

  /**
   * All entries were carried out.
   *
   * @param kept whether they are about to be committed; else they are undone
   */
  default void end(boolean kept) {}

  /** Hears nothing. */
  RestAuthLog NONE = new RestAuthLog() {};
}
