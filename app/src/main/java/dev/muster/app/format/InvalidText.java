package dev.muster.app.format;

import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import java.io.IOException;
import java.io.Serial;

/** Bytes that are no text in the encoding that they should be in. */
final class InvalidText extends IOException {

  @Serial private static final long serialVersionUID = 1;

  private final transient InputProblem problem;

  /**
   * Says where.
   *
   * @param line 1-based
   * @param byteOffset 0-based, in the decompressed input; -1 when unknown
   */
  InvalidText(String encoding, long line, long byteOffset) {
    this(
        new InputProblem(
            ProblemCode.BAD_ENCODING, message(encoding, line, byteOffset), line, 0, byteOffset));
  }

  private InvalidText(InputProblem problem) {
    super(problem.message());
    this.problem = problem;
  }

  InputRefused refusal() {
    return new InputRefused(problem);
  }

  private static String message(String encoding, long line, long byteOffset) {
    return "line "
        + line
        + (byteOffset < 0 ? "" : ", byte " + byteOffset)
        + ": not valid "
        + encoding
        + "; save the file as UTF-8, or name its encoding with --encoding";
  }
}
