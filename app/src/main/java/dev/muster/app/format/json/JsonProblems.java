package dev.muster.app.format.json;

import dev.muster.app.format.input.CutOffInput;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import java.io.IOException;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;

/** What is wrong with a JSON text, with the place in its input. */
public record JsonProblems(JsonInput input) {

  public InputProblem problem(ProblemCode code, String message, TokenStreamLocation at) {
    return new InputProblem(
        code, message, at.getLineNr(), at.getColumnNr(), input.byteOffset(at.getByteOffset()));
  }

  public InputRefused refused(ProblemCode code, String message, TokenStreamLocation at) {
    return new InputRefused(problem(code, message, at));
  }

  /**
   * The refusal of a text that is not JSON.
   *
   * @param where the beginning of the message; may be empty
   * @param complete how many records precede the error
   */
  public InputRefused syntaxError(
      JacksonException error, JsonParser in, String where, long complete) {
    TokenStreamLocation known = error.getLocation();
    return refused(
        ProblemCode.INVALID_JSON,
        where + dev.muster.app.json.JsonParser.explain(error, complete),
        known == null ? in.currentLocation() : known);
  }

  /**
   * Why the bytes of a text can't be read.
   *
   * @param complete how many records were read before
   */
  public static IOException unreadable(JacksonIOException error, long complete) {
    IOException cause = Objects.requireNonNull(error.getCause());
    return cause instanceof CutOffInput cut ? cut.after(complete) : cause;
  }
}
