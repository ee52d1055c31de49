package dev.muster.app.cli.hash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of a table that can't be used, with the reasons. Not thread-safe. */
final class LeftOut {

  private static final int TOLD_MAX = 20;

  private final Path file;
  private final List<String> messages = new ArrayList<>();

  /** Nothing is left out of a file yet. */
  LeftOut(Path file) {
    this.file = file;
  }

  /** A row is left out, for a reason without any part of its cells. */
  void row(long line, String reason) {
    messages.add(file + ", line " + line + ": " + reason + "; the row is left out");
  }

  /** Lines that have nothing; none if {@code last} is before {@code first}. */
  void emptyLines(long first, long last) {
    if (first == last) {
      messages.add(file + ", line " + first + ": the line is empty");
    } else if (first < last) {
      messages.add(file + ", lines " + first + " to " + last + ": the lines are empty");
    }
  }

  /** What to tell, the first lines first. */
  List<String> messages() {
    if (messages.size() <= TOLD_MAX) {
      return List.copyOf(messages);
    }
    List<String> told = new ArrayList<>(messages.subList(0, TOLD_MAX));
    told.add(file + ": " + (messages.size() - TOLD_MAX) + " more such lines");
    return told;
  }
}
