package dev.muster.app.format.authgear;

import dev.muster.app.format.InputMark;
import dev.muster.app.format.input.CutOffInput;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.format.json.ElementSlicer;
import dev.muster.app.format.json.JsonInput;
import dev.muster.app.format.json.JsonSyntaxCheck;
import dev.muster.app.format.json.LineSlicer;
import dev.muster.app.format.json.MarkedLine;
import dev.muster.app.format.json.RecordSlicer;
import dev.muster.app.format.json.SlicedReader;
import dev.muster.problem.InputRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * How records follow each other in an input.
 *
 * @param kind one a line, one after another, or in an array
 * @param recordCount the number of records
 * @param start where the first record may start, in bytes of the text as UTF-8
 * @param line the 1-based line of the start
 * @param column the 1-based column of the start, in bytes
 */
record RecordLayout(Kind kind, long recordCount, long start, long line, int column) {

  /** Where records are. */
  enum Kind {
    LINES,
    CONCATENATED,
    ARRAY
  }

  private static final int SNIFFED_BYTES = 1 << 16;

  /** An object whose first line ends within it, and whose next line doesn't start another. */
  private static final Pattern SPREAD =
      Pattern.compile(
          "\\s*\\{[^\\n]*(?<=[{\\[,:])[ \\t\\r]*\\n(?!\\{).*|\\s*\\{[ \\t\\r]*\\n.*",
          Pattern.DOTALL);

  /** Surveys an input. */
  static RecordLayout of(JsonInput input) throws InputRefused, IOException {
    String start = start(input);
    if (start.stripLeading().startsWith("[")) {
      return of(Kind.ARRAY, JsonSyntaxCheck.count(input, true));
    }
    return SPREAD.matcher(start).matches()
        ? of(Kind.CONCATENATED, JsonSyntaxCheck.count(input, false))
        : new RecordLayout(Kind.LINES, countLines(input), 0, 1, 1);
  }

  private static RecordLayout of(Kind kind, JsonSyntaxCheck.Count count) {
    return new RecordLayout(kind, count.values(), count.offset(), count.line(), count.column());
  }

  private static String start(JsonInput input) throws IOException {
    try (InputStream in = input.open()) {
      return new String(in.readNBytes(SNIFFED_BYTES), StandardCharsets.UTF_8);
    }
  }

  private static long countLines(JsonInput input) throws IOException {
    try (InputStream in = input.open()) {
      RecordSlicer slicer =
          new LineSlicer(in, input.limits().recordBytes(), SlicedReader.BUFFER_BYTES);
      long count = 0;
      try {
        while (slicer.see((buffer, from, to) -> {})) {
          count++;
        }
      } catch (CutOffInput e) {
        throw e.after(count);
      }
      return count;
    }
  }

  String description() {
    return switch (kind) {
      case LINES -> "one record a line";
      case CONCATENATED -> "one record after another";
      case ARRAY -> "an array of records";
    };
  }

  /** Splits a stream that begins at the start. */
  RecordSlicer slicer(InputStream in, InputLimits limits) {
    return slicer(in, 0, line, column, limits);
  }

  /** Splits a stream that begins at a mark. */
  RecordSlicer slicerAt(InputMark mark, InputStream in, InputLimits limits) {
    return slicer(in, mark.recordIndex(), mark.line(), 1, limits);
  }

  /**
   * The line on which reading starts at a mark.
   *
   * @param bytesBefore how many bytes of the line are before the mark
   */
  MarkedLine markedLine(InputMark mark, MarkedLine.Before bytesBefore) {
    return kind == Kind.LINES ? MarkedLine.NONE : new MarkedLine(mark.line(), bytesBefore);
  }

  private RecordSlicer slicer(
      InputStream in, long index, long fromLine, int fromColumn, InputLimits limits) {
    int recordBytes = limits.recordBytes();
    return kind == Kind.LINES
        ? new LineSlicer(in, index, fromLine, recordBytes, SlicedReader.BUFFER_BYTES)
        : new ElementSlicer(
            in,
            index,
            fromLine,
            fromColumn,
            recordBytes,
            SlicedReader.BUFFER_BYTES,
            kind == Kind.ARRAY);
  }
}
