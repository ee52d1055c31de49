package dev.muster.problem;

/**
 * A problem of the whole input: none of it is imported.
 *
 * @param line 1-based; 0 if unknown
 * @param column 1-based column of the text, or of the header cell; 0 if unknown
 * @param byteOffset 0-based, in the decompressed input; -1 if unknown
 */
public record InputProblem(
    ProblemCode code, String message, long line, int column, long byteOffset) {

  public static InputProblem of(ProblemCode code, String message) {
    return new InputProblem(code, message, 0, 0, -1);
  }

  public static InputProblem at(ProblemCode code, String message, long line, int column) {
    return new InputProblem(code, message, line, column, -1);
  }
}
