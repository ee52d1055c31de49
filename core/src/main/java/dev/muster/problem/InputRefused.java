package dev.muster.problem;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** The input can't be imported at all; thrown before anything is written. */
public final class InputRefused extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final transient List<InputProblem> problems;
  private final transient List<Problem> causes;

  /** With at least one problem, in the order to show them. */
  public InputRefused(List<InputProblem> problems) {
    this(problems, List.of());
  }

  /**
   * With what violates the schema of a request document.
   *
   * @param causes the same problems with schema keywords, for the Authgear API
   */
  public InputRefused(List<InputProblem> problems, List<Problem> causes) {
    super(problems.stream().map(InputProblem::message).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
    this.causes = List.copyOf(causes);
  }

  public InputRefused(InputProblem problem) {
    this(List.of(problem));
  }

  /** The schema problems of a request document; empty if the problems are others. */
  public List<Problem> causes() {
    return causes;
  }

  public List<InputProblem> problems() {
    return problems;
  }
}
