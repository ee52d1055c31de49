package dev.muster.app.job;

import dev.muster.problem.Problem;
import dev.muster.report.RecordResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A case-insensitive search for a text, in messages of problems and in failed records as a report
 * shows them, without secrets.
 */
public final class TextSearch {

  private final String wanted;
  private final ShownText shown;

  /**
   * Prepares a search.
   *
   * @param text the text to find; not empty
   * @param shown renders stored records
   */
  public TextSearch(String text, ShownText shown) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("an empty text is found everywhere");
    }
    this.wanted = text.toLowerCase(Locale.ROOT);
    this.shown = shown;
  }

  /** Whether a message of a problem contains the text. */
  public boolean isIn(List<Problem> problems) {
    for (Problem problem : problems) {
      String cause = problem.details().text("error");
      if (isIn(problem.message()) || (cause != null && isIn(cause))) {
        return true;
      }
    }
    return false;
  }

  /**
   * A fast check whether a failed record may contain the text. False if its source does not contain
   * it; true if the source has escapes, which could hide it.
   */
  public boolean mayBeIn(byte[] source) {
    String text = new String(source, StandardCharsets.UTF_8);
    return text.indexOf('\\') >= 0 || isIn(text);
  }

  /** Whether a failed record contains the text. Call it only after {@link #mayBeIn}. */
  public boolean isIn(RecordResult result, byte[] source) {
    return isIn(shown.of(result, source));
  }

  private boolean isIn(String text) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }

  /** Renders a failed record as a report does. */
  public interface ShownText {

    /** Renders nothing. */
    ShownText NOTHING = (result, source) -> "";

    /**
     * The values of a record, a line each, without its secrets.
     *
     * @param source the record as the import stored it
     */
    String of(RecordResult result, byte[] source);
  }
}
