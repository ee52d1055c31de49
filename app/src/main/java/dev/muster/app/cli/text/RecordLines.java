package dev.muster.app.cli.text;

import dev.muster.app.document.Results;
import dev.muster.app.format.RowLines;
import dev.muster.read.Position;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The physical lines of some records of a table whose rows span several lines: the lines in their
 * positions are numbers of rows.
 */
final class RecordLines {

  /** The lines in positions are physical lines. */
  static final RecordLines SAME = new RecordLines(false, Map.of());

  private final boolean needed;
  private final Map<Long, Long> lines;

  private RecordLines(boolean needed, Map<Long, Long> lines) {
    this.needed = needed;
    this.lines = lines;
  }

  /**
   * Finds lines in the input of an import.
   *
   * @param rows the numbers of rows; it is read up to the last one
   */
  static RecordLines of(Results results, SortedSet<Long> rows) throws IOException {
    Optional<RowLines> opened = results.rowLines();
    if (opened.isEmpty()) {
      return SAME;
    }
    try (RowLines found = opened.get()) {
      Map<Long, Long> lines = new HashMap<>();
      for (long row : rows) {
        lines.put(row, found.lineOf(row));
      }
      return new RecordLines(true, lines);
    } catch (IOException e) {
      return new RecordLines(true, Map.of()); // the input has changed: numbers of rows remain
    }
  }

  /** Whether a record needs both numbers to be found. */
  boolean isNeeded() {
    return needed;
  }

  /** A record's name, such as {@code record 3, line 7 of the file}. */
  String name(Position position) {
    return name(position.line(), lines.getOrDefault(position.line(), 0L));
  }

  /** The name of a record that is a row. */
  static String name(long row, long line) {
    return "record " + row + (line > 0 ? ", line " + line + " of the file" : "");
  }
}
