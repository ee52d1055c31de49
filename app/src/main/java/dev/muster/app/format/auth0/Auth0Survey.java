package dev.muster.app.format.auth0;

import dev.muster.app.format.DoubtfulHashes;
import dev.muster.app.format.RepeatSurvey;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.json.ElementSlicer;
import dev.muster.app.format.json.JsonInput;
import dev.muster.app.format.json.JsonProblems;
import dev.muster.app.format.json.JsonTokens;
import dev.muster.app.format.json.LineSlicer;
import dev.muster.app.format.json.RecordSlicer;
import dev.muster.app.format.json.SlicedReader;
import dev.muster.app.json.JsonSpace;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.profile.Dialect;
import dev.muster.profile.SchemaProblem;
import dev.muster.profile.auth0.RowSource;
import dev.muster.user.Key;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Surveys a file of Auth0's records in constant memory: an array token by token, so that all of it
 * is JSON; of lines, only their number. Finds the values that occur more than once.
 */
final class Auth0Survey {

  private static final int SNIFFED_BYTES = 1 << 20;

  private final JsonInput input;
  private final RepeatSurvey repeats;
  private final DoubtfulHashes doubts;

  /**
   * A survey.
   *
   * @param doubts receives the hashes when the records are read
   */
  Auth0Survey(JsonInput input, DoubtfulHashes doubts) {
    this.input = input;
    this.doubts = doubts;
    this.repeats = new RepeatSurvey(input.file().size());
  }

  SurveyedInput run(Function<RowSource, Dialect> dialects) throws InputRefused, IOException {
    return isLines()
        ? surveyed(Bracket.NONE, RowSource.LINES, dialects)
        : surveyed(array(), RowSource.ARRAY, dialects);
  }

  private SurveyedInput surveyed(
      Bracket bracket, RowSource source, Function<RowSource, Dialect> dialects) throws IOException {
    long count = see(bracket, new RowKeyFinder(input.limits(), source));
    return new SurveyedRows(input, bracket, count, dialects.apply(source), repeats.end(), doubts);
  }

  /**
   * Whether there is a record a line: the text begins with an object, and the object's line has an
   * end, which is not within the object. An object alone is more likely somebody's mistake.
   */
  private boolean isLines() throws IOException {
    try (InputStream in = input.openChecked()) {
      byte[] start = in.readNBytes(SNIFFED_BYTES);
      int from = 0;
      while (from < start.length && JsonSpace.isSpace(start[from])) {
        from++;
      }
      int end = from;
      int last = from; // that is not white space
      while (end < start.length && start[end] != '\n') {
        last = JsonSpace.isSpace(start[end]) ? last : end;
        end++;
      }
      return end < start.length && start[from] == '{' && "{[,:".indexOf(start[last]) < 0;
    }
  }

  private Bracket array() throws InputRefused, IOException {
    InputStream stream = input.openChecked();
    try (JsonParser in = JsonTokens.FACTORY.createParser(ObjectReadContext.empty(), stream)) {
      return bracket(in);
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  /** Reads a whole array. Returns where it begins. */
  private Bracket bracket(JsonParser in) throws InputRefused, IOException {
    long rows = 0;
    try {
      JsonToken first = in.nextToken();
      if (first == null) {
        throw refused("the input is empty; expected an array of users", in.currentLocation());
      }
      if (first != JsonToken.START_ARRAY) {
        throw refused(
            "the input must be an array of users, or have one user a line; it is "
                + SchemaProblem.withArticle(JsonTokens.value(first).typeName()),
            in.currentTokenLocation());
      }
      TokenStreamLocation at = in.currentTokenLocation();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        in.skipChildren();
        rows++;
      }
      if (in.nextToken() != null) {
        throw refused("something follows the end of the array", in.currentTokenLocation());
      }
      return new Bracket(at.getByteOffset() + 1, at.getLineNr(), at.getColumnNr() + 1);
    } catch (JacksonIOException e) {
      throw JsonProblems.unreadable(e, rows);
    } catch (JacksonException e) {
      throw new JsonProblems(input).syntaxError(e, in, "", rows);
    }
  }

  private InputRefused refused(String message, TokenStreamLocation at) {
    return new JsonProblems(input).refused(ProblemCode.INVALID_JSON, message, at);
  }

  /** Notes the keys of all records; returns their number. */
  private long see(Bracket bracket, RowKeyFinder keys) throws IOException {
    try (InputStream in = input.openAt(bracket.offset())) {
      RecordSlicer slicer = slicer(in, bracket, 0, bracket.line(), bracket.column(), input);
      RowKeyFinder.PlainKeys plain = repeats::see;
      Consumer<Key> others = repeats::see;
      RecordSlicer.BytesReader reader =
          (buffer, from, to) -> keys.find(buffer, from, to, plain, others);
      long count = 0;
      while (slicer.see(reader)) {
        count++;
      }
      return count;
    }
  }

  static RecordSlicer slicer(
      InputStream in, Bracket bracket, long index, long line, int column, JsonInput input) {
    int recordBytes = input.limits().recordBytes();
    return bracket.isNone()
        ? new LineSlicer(in, index, line, recordBytes, SlicedReader.BUFFER_BYTES)
        : new ElementSlicer(in, index, line, column, recordBytes, SlicedReader.BUFFER_BYTES);
  }

  /**
   * The place after the bracket that opens an array, in the UTF-8 text without byte order mark.
   *
   * @param offset 0-based, in bytes
   * @param line 1-based
   * @param column 1-based, in bytes
   */
  record Bracket(long offset, long line, int column) {

    /** There is no array, but a record a line. */
    static final Bracket NONE = new Bracket(0, 1, 1);

    boolean isNone() {
      return offset == 0;
    }
  }
}
