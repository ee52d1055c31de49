package dev.muster.app.report;

import dev.muster.read.Position;
import java.util.ArrayList;
import java.util.List;

/** Counts the records that something happened to, and remembers where the first ones are. */
final class Occurrences {

  private static final int PLACES_MAX = 5;

  private final List<String> places = new ArrayList<>(PLACES_MAX);
  private boolean byLine;
  private long records;

  void add(Position position) {
    records++;
    byLine = position.line() > 0;
    if (places.size() < PLACES_MAX) {
      places.add(Long.toString(byLine ? position.line() : position.index() + 1));
    }
  }

  /** {@code 3 records, lines 4, 9 and 12}; the first lines only, where there are many. */
  @Override
  public String toString() {
    String noun = (byLine ? "line" : "number") + (records == 1 ? " " : "s ");
    long more = records - places.size();
    return Figures.count(records, "record")
        + ", "
        + noun
        + (more == 0
            ? Figures.list(places)
            : String.join(", ", places) + " and " + Figures.grouped(more) + " more");
  }
}
