package dev.muster.app.cli.hash;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of a table that can't be used, with the reasons. Not thread-safe. */
final class LeftOut {

  private static final int TOLD_MAX = 20;
  private static final String EMPTY = "the line is empty";

  private final Path file;
  private final List<String> messages = new ArrayList<>();
  private final Map<String, Lines> byReason = new LinkedHashMap<>();
  private String rest = "";

  /** Nothing is left out of a file yet. */
  LeftOut(Path file) {
    this.file = file;
  }

  /** A row is left out, for a reason without any part of its cells. */
  void row(long line, String reason) {
    add(reason, line, 1);
    messages.add(file + ", line " + line + ": " + reason + "; the row is left out");
  }

  /** Lines that have nothing; none if {@code last} is before {@code first}. */
  void emptyLines(long first, long last) {
    if (first > last) {
      return;
    }
    add(EMPTY, first, last - first + 1);
    messages.add(
        first == last
            ? file + ", line " + first + ": " + EMPTY
            : file + ", lines " + first + " to " + last + ": the lines are empty");
  }

  /** All rows from a line on are left out, because that many are enough. */
  void rest(long line, int rows) {
    String reason = "only the first " + rows + " rows are tried";
    rest = file + ", line " + line + ": " + reason + "; the rest is left out";
    add(reason, line, 0);
  }

  private void add(String reason, long first, long count) {
    byReason.merge(
        reason,
        new Lines(count, first),
        (lines, more) -> new Lines(lines.count + more.count, lines.first));
  }

  /** What to tell, the first lines first. */
  List<String> messages() {
    int count = Math.min(TOLD_MAX, messages.size());
    List<String> told = new ArrayList<>(messages.subList(0, count));
    if (count < messages.size()) {
      told.add(file + ": " + (messages.size() - count) + " more such lines");
    }
    if (!rest.isEmpty()) {
      told.add(rest);
    }
    return told;
  }

  /**
   * The same for a JSON document: each reason, how many lines it is about, and the first of them.
   * How many rows there are after the last that is tried is not known.
   */
  Value.Array toValue() {
    List<Value> reasons = new ArrayList<>();
    byReason.forEach(
        (reason, lines) -> {
          Struct.Builder members = new Struct.Builder().put("reason", Value.of(reason));
          if (lines.count > 0) {
            members.put("count", Value.of(lines.count));
          }
          reasons.add(members.put("first_line", Value.of(lines.first)).build());
        });
    return new Value.Array(reasons);
  }

  /**
   * Lines that are left out for one reason.
   *
   * @param count 0 if it is not known
   */
  private record Lines(long count, long first) {}
}
