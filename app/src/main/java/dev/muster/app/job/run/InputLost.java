package dev.muster.app.job.run;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.problem.ProblemCode;
import java.io.Serial;

/** The stored input of a submitted import is gone or damaged, so the import can't be finished. */
public final class InputLost extends UsageProblem {

  @Serial private static final long serialVersionUID = 1;

  private InputLost(String message) {
    super(ProblemCode.UNREADABLE_INPUT.wireName() + ": " + message + "; submit the file again");
  }

  static InputLost gone(Job job) {
    return new InputLost("the stored input of import " + job.id() + " is gone");
  }

  static InputLost damaged(Job job) {
    return new InputLost("the stored input of import " + job.id() + " is damaged");
  }
}
