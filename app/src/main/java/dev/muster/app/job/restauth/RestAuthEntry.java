package dev.muster.app.job.restauth;

import dev.muster.app.format.restauth.RestAuthSection.Kind;
import dev.muster.problem.ShownText;

/**
 * An entry of a document that a message is about.
 *
 * @param name as the input has it; of a user, in its canonical form; empty if it can't be read
 * @param line the 1-based line on which the entry begins
 */
public record RestAuthEntry(Kind section, String name, long line) {

  /** In words: {@code user ann, line 3}. */
  public String words() {
    return section.singular()
        + (name.isEmpty() ? "" : " " + ShownText.cut(name))
        + ", line "
        + line;
  }
}
