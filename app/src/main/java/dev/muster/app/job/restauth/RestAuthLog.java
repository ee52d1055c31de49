package dev.muster.app.job.restauth;

import dev.muster.app.format.restauth.RestAuthSection;
import dev.muster.problem.Problem;

/**
 * Receives the messages of {@code restauth-import} about each entry, in the order in which entries
 * are imported. Called from the importing thread.
 */
public interface RestAuthLog {

  /** An attempt begins; messages of earlier attempts are void. */
  default void begin() {}

  /** A section begins. */
  default void section(RestAuthSection.Kind section) {}

  /** The message about an entry, without RestAuth's leading asterisk. */
  default void line(String name, String text) {}

  /** Why a hash was not taken, which RestAuth's command does not say. */
  default void refusedHash(RestAuthEntry entry, String reason) {}

  /** A warning about an entry, which RestAuth's command does not give. */
  default void warning(RestAuthSection.Kind section, String name, String text) {}

  /** A message about a user's properties, which RestAuth imports after all users. */
  default void propertyLine(String name, String text) {}

  /** A password was generated. */
  default void generated(RestAuthSection.Kind section, String name, String password) {}

  /**
   * An entry can't be imported, so the whole import fails.
   *
   * @param later whether RestAuth would notice it only after the section's other entries, as for
   *     properties and subgroups
   */
  default void failed(RestAuthEntry entry, Problem problem, boolean later) {}

  /**
   * All entries were imported.
   *
   * @param kept whether they will be committed; otherwise they are rolled back
   */
  default void end(boolean kept) {}

  /** Ignores all messages. */
  RestAuthLog NONE = new RestAuthLog() {};
}
