package dev.muster.app.format.input;

import dev.muster.problem.InputProblem;
import dev.muster.problem.ProblemCode;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.Charset;

/** The input is not valid in the given character set. */
public final class BadEncoding extends IOException {

  @Serial private static final long serialVersionUID = 1;

  private final transient InputProblem problem;

  /**
   * An encoding error at a position.
   *
   * @param byteOffset the 0-based offset of the first invalid byte in the decompressed input
   * @param line its 1-based physical line
   */
  BadEncoding(Charset charset, long byteOffset, long line) {
    this(
        new InputProblem(
            ProblemCode.BAD_ENCODING,
            "Byte " + byteOffset + ", on line " + line + ", is not valid " + charset.name() + ".",
            line,
            0,
            byteOffset));
  }

  /**
   * The input ends in the middle of a character.
   *
   * @param byteOffset the offset of the end
   * @param line the last line
   */
  static BadEncoding cutOff(Charset charset, long byteOffset, long line) {
    return new BadEncoding(
        new InputProblem(
            ProblemCode.BAD_ENCODING,
            "The file is cut off: at byte "
                + byteOffset
                + ", on line "
                + line
                + ", it ends in the middle of a character of "
                + charset.name()
                + ". Copy or export it again, and compare its size.",
            line,
            0,
            byteOffset));
  }

  private BadEncoding(InputProblem problem) {
    super(problem.message());
    this.problem = problem;
  }

  public InputProblem problem() {
    return problem;
  }
}
