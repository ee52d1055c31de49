package dev.muster.app.format;

import dev.muster.app.format.input.BadEncoding;
import dev.muster.app.format.input.InputEncoding;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.json.JsonParser;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;

/** Looks for a syntax error in a JSON text that no format reads, in constant memory. */
final class JsonSyntaxScan {

  private static final int DEPTH = 1000;
  private static final int TEXT_CHARACTERS = 1 << 24;

  private JsonSyntaxScan() {}

  /**
   * Reads a text to its end.
   *
   * @throws InputRefused at the first syntax error
   * @throws IOException if the input can't be read; {@link BadEncoding} if it is not valid text
   */
  static void check(InputFile input) throws InputRefused, IOException {
    InputEncoding encoding = InputEncoding.ofJson("auto", input);
    try (tools.jackson.core.JsonParser in =
        new JsonParser(DEPTH, TEXT_CHARACTERS)
            .factory()
            .createParser(ObjectReadContext.empty(), encoding.checkedUtf8(input))) {
      check(in, encoding);
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  private static void check(tools.jackson.core.JsonParser in, InputEncoding encoding)
      throws InputRefused {
    try {
      while (in.nextToken() != null) {
        // only the syntax matters
      }
    } catch (JacksonIOException e) {
      throw e;
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation() == null ? in.currentLocation() : e.getLocation();
      throw new InputRefused(
          new InputProblem(
              ProblemCode.INVALID_JSON,
              JsonParser.explain(e),
              at.getLineNr(),
              at.getColumnNr(),
              encoding.isUtf8() ? at.getByteOffset() + encoding.markLength() : -1));
    }
  }
}
