package dev.muster.problem;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** The input can't be imported at all; thrown before anything is written. */
public final class InputRefused extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final transient List<InputProblem> problems;

  /** With at least one problem, in the order to show them. */
  public InputRefused(List<InputProblem> problems) {
    super(problems.stream().map(InputProblem::message).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  public InputRefused(InputProblem problem) {
    this(List.of(problem));
  }

  public List<InputProblem> problems() {
    return problems;
  }
}
