package dev.muster.app.console.imports;

import dev.muster.app.console.directory.Shown;
import dev.muster.app.upload.run.CellNote;
import dev.muster.problem.InputProblem;
import java.util.List;
import java.util.Optional;

/**
 * A remark as pages show it.
 *
 * @param code an error's wire name; an empty text for a warning
 */
public record ShownNote(String code, String message) {

  /** More of them say nothing new. */
  private static final int AT_ONCE = 20;

  /** Whether it is about an error. */
  public boolean isError() {
    return !code.isEmpty();
  }

  static ShownNote of(CellNote note) {
    return new ShownNote(note.code().orElse(""), Shown.onPage(note.message()));
  }

  static ShownNote of(InputProblem problem) {
    return new ShownNote(problem.code().wireName(), Shown.onPage(problem.message()));
  }

  static ShownNote ofUsage(Exception problem) {
    return new ShownNote(
        "usage", Shown.onPage(Optional.ofNullable(problem.getMessage()).orElse("")));
  }

  static List<ShownNote> ofNotes(List<CellNote> notes) {
    return notes.stream().limit(AT_ONCE).map(ShownNote::of).toList();
  }

  static List<ShownNote> ofProblems(List<InputProblem> problems) {
    return problems.stream().limit(AT_ONCE).map(ShownNote::of).toList();
  }
}
