package dev.muster.app.console.imports;

import dev.muster.app.console.directory.Shown;
import dev.muster.app.console.page.ProblemText;
import dev.muster.app.console.page.Texts;
import dev.muster.app.upload.run.CellNote;
import dev.muster.problem.InputProblem;
import java.util.List;
import java.util.Optional;

/**
 * A remark as pages show it.
 *
 * @param code an error's wire name; an empty text for a warning
 * @param message of the importer, unless it is the page's own
 * @param own whether the message is in the language of the page
 */
public record ShownNote(String code, String message, boolean own) {

  /** More of them say nothing new. */
  private static final int AT_ONCE = 20;

  private static final String USAGE = "usage";

  /** Whether it is about an error. */
  public boolean isError() {
    return !code.isEmpty();
  }

  /** What a page says. */
  public ProblemText text(Texts texts) {
    return own ? new ProblemText(message, false) : ProblemText.of(texts, code, message);
  }

  static ShownNote of(CellNote note) {
    return new ShownNote(note.code().orElse(""), Shown.message(note.message()), false);
  }

  static ShownNote of(InputProblem problem) {
    return new ShownNote(problem.code().wireName(), Shown.message(problem.message()), false);
  }

  /** A remark on a whole file. */
  static ShownNote remark(String message) {
    return new ShownNote("", Shown.message(message), false);
  }

  /** The importer's reason why something is not possible. */
  static ShownNote ofUsage(Exception problem) {
    String reason = Optional.ofNullable(problem.getMessage()).orElse("");
    return new ShownNote(USAGE, Shown.message(reason), false);
  }

  /** The page's own reason. */
  static ShownNote of(FormProblem problem) {
    String reason = Optional.ofNullable(problem.getMessage()).orElse("");
    return new ShownNote(USAGE, Shown.message(reason), true);
  }

  static List<ShownNote> ofNotes(List<CellNote> notes) {
    return notes.stream().limit(AT_ONCE).map(ShownNote::of).toList();
  }

  static List<ShownNote> ofProblems(List<InputProblem> problems) {
    return problems.stream().limit(AT_ONCE).map(ShownNote::of).toList();
  }
}
