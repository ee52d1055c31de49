package dev.muster.app.job;

import dev.muster.problem.Problem;
import dev.muster.report.RecordResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Looks for a text, whatever the case of its letters: in what problems say, and in failed records
 * as a report shows them, without their secrets.
 */
public final class TextSearch {

  private final String wanted;
  private final ShownText shown;

  /**
   * A search.
   *
   * @param text what is looked for; not empty
   * @param shown reads kept records
   */
  public TextSearch(String text, ShownText shown) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("an empty text is found everywhere");
    }
    this.wanted = text.toLowerCase(Locale.ROOT);
    this.shown = shown;
  }

  /** Whether a problem says it. */
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
   * Whether a failed record may show it, which is quickly said: false if its source does not hold
   * it. Escapes can hide it there, so true wherever there are any.
   */
  public boolean mayBeIn(byte[] source) {
    String text = new String(source, StandardCharsets.UTF_8);
    return text.indexOf('\\') >= 0 || isIn(text);
  }

  /** Whether a failed record shows it; to be asked where its source may hold it. */
  public boolean isIn(RecordResult result, byte[] source) {
    return isIn(shown.of(result, source));
  }

  private boolean isIn(String text) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }

  /** What a report shows of a failed record. */
  public interface ShownText {

    /** Shows nothing. */
    ShownText NOTHING = (result, source) -> "";

    /**
     * The values of a record, a line each, without its secrets.
     *
     * @param source as the import kept it
     */
    String of(RecordResult result, byte[] source);
  }
}
