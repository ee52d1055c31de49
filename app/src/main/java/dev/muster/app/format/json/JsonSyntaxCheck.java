package dev.muster.app.format.json;

import dev.muster.app.format.input.BadEncoding;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;

/** Checks JSON texts as a whole, in constant memory. */
public final class JsonSyntaxCheck {

  private long values;

  private JsonSyntaxCheck() {}

  /**
   * Counts the values of a text, one after another or in one array. Values of other types than
   * object count too.
   *
   * @param inArray whether the text is one array, whose items are counted
   * @throws InputRefused at the first syntax error
   * @throws IOException if the input can't be read; {@link BadEncoding} if it is not valid text
   */
  public static Count count(JsonInput input, boolean inArray) throws InputRefused, IOException {
    return new JsonSyntaxCheck().check(input, inArray);
  }

  private Count check(JsonInput input, boolean inArray) throws InputRefused, IOException {
    InputStream stream = input.openChecked();
    JsonProblems problems = new JsonProblems(input);
    try (JsonParser in = JsonTokens.FACTORY.createParser(ObjectReadContext.empty(), stream)) {
      try {
        Count count = count(in, inArray);
        if (in.currentToken() != null) {
          throw problems.refused(
              ProblemCode.INVALID_JSON,
              "something follows the end of the array",
              in.currentTokenLocation());
        }
        return count;
      } catch (JacksonIOException e) {
        throw JsonProblems.unreadable(e, values);
      } catch (JacksonException e) {
        throw problems.syntaxError(e, in, "", values);
      }
    } catch (JacksonIOException e) {
      throw e.getCause(); // of the first bytes
    }
  }

  private Count count(JsonParser in, boolean inArray) {
    TokenStreamLocation start = null;
    if (inArray) {
      JsonToken ignored = in.nextToken();
      start = in.currentTokenLocation();
    }
    for (JsonToken token = in.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = in.nextToken()) {
      in.skipChildren();
      values++;
    }
    if (inArray) {
      JsonToken ignored = in.nextToken(); // none, unless something follows the array
    }
    return start == null
        ? new Count(values, 0, 1, 1)
        : new Count(values, start.getByteOffset() + 1, start.getLineNr(), start.getColumnNr() + 1);
  }

  /**
   * The values of a text.
   *
   * @param offset where the first one may start, in bytes of the text as UTF-8
   * @param line the 1-based line of that offset
   * @param column its 1-based column, in bytes
   */
  public record Count(long values, long offset, long line, int column) {}
}
