package dev.muster.app.format.json;

import dev.muster.app.format.InputMark;
import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.input.Utf8Check;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.profile.SchemaProblem;
import dev.muster.read.Position;
import dev.muster.read.ReadResult;
import dev.muster.read.SourceRecord;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Consecutive records that are JSON objects. A record that can't be read (malformed, with a
 * repeated member, too deep or too large) fails alone.
 */
public final class JsonBatch implements RecordBatch {

  private static final String NOT_UTF_8 =
      "not valid UTF-8: name the encoding of the file, such as windows-1252";

  private static final byte[] LOST = "{}".getBytes(StandardCharsets.UTF_8);

  private final List<RecordSlice> slices;
  private final JsonParser parser;
  private final int recordBytesMax;
  private final Origin origin;

  /**
   * A batch.
   *
   * @param parser a parser with the limits of a record
   * @param recordBytesMax the limit that oversized slices exceed
   * @param origin the source of the records
   */
  public JsonBatch(List<RecordSlice> slices, JsonParser parser, int recordBytesMax, Origin origin) {
    this.origin = origin;
    this.slices = List.copyOf(slices);
    this.parser = parser;
    this.recordBytesMax = recordBytesMax;
  }

  @Override
  public int size() {
    return slices.size();
  }

  @Override
  public InputMark mark() {
    Position first = position(0);
    return origin.input().mark(origin.place(), first.line(), first.index());
  }

  @Override
  public ReadResult parse(int place) {
    return parse(slices.get(place));
  }

  @Override
  public Position position(int place) {
    return slices.get(place).position();
  }

  /** The record's text; an empty object if it is oversized, because its text was not kept. */
  @Override
  public byte[] source(int place) {
    RecordSlice slice = slices.get(place);
    return slice.isOversized() ? LOST : slice.bytes();
  }

  private ReadResult parse(RecordSlice slice) {
    if (slice.isOversized()) {
      String message =
          "the record is larger than " + recordBytesMax + " bytes (limits: record_bytes)";
      return unreadable(slice, ProblemCode.RECORD_TOO_LARGE, message);
    }
    byte[] bytes = slice.bytes();
    int invalid = Utf8Check.firstInvalid(bytes);
    if (invalid >= 0) {
      String place = at(slice, lineOf(bytes, invalid), columnOf(bytes, invalid));
      return unreadable(slice, place + NOT_UTF_8 + doubt(slice));
    }
    try {
      Value value = parser.parse(bytes, 0, bytes.length);
      if (value instanceof Struct fields) {
        return new ReadResult.Parsed(new SourceRecord(slice.position(), fields));
      }
      String message = SchemaProblem.wrongType("", List.of("object"), value).message();
      return unreadable(slice, ProblemCode.NOT_AN_OBJECT, at(slice, 1, 1) + message);
    } catch (JsonSyntax e) {
      return unreadable(slice, at(slice, e.line(), e.column()) + e.getMessage() + doubt(slice));
    }
  }

  private static String doubt(RecordSlice slice) {
    return slice.isUnended()
        ? ". It is the last line and has no line end: the file may be cut off. Copy or export it"
            + " again, and compare its size"
        : "";
  }

  private static ReadResult unreadable(RecordSlice slice, String message) {
    return unreadable(slice, ProblemCode.UNREADABLE_RECORD, message);
  }

  private static ReadResult unreadable(RecordSlice slice, ProblemCode code, String message) {
    return new ReadResult.Unreadable(slice.position(), Problem.of(code, message));
  }

  /** A position in the input, as text, of a line and column within a record, all from 1. */
  private String at(RecordSlice slice, int line, int column) {
    Position position = slice.position();
    int shift =
        line == 1 ? slice.column() - 1 + origin.markedLine().columnsBefore(position.line()) : 0;
    return "line " + (position.line() + line - 1) + ", column " + (column + shift) + ": ";
  }

  private static int lineOf(byte[] bytes, int place) {
    int line = 1;
    for (int i = 0; i < place; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  private static int columnOf(byte[] bytes, int place) {
    int lineFrom = place;
    while (lineFrom > 0 && bytes[lineFrom - 1] != '\n') {
      lineFrom--;
    }
    return place - lineFrom + 1;
  }

  /**
   * The source of records.
   *
   * @param place the offset of the first record in the text, in bytes of UTF-8
   * @param markedLine the line on which reading started
   */
  public record Origin(JsonInput input, long place, MarkedLine markedLine) {}
}
