package dev.muster.app.cli.text;

import dev.muster.read.Position;
import java.util.ArrayList;
import java.util.List;

/** Counts records, and stores the positions of the first ones. */
final class Occurrences {

  private static final int PLACES_MAX = 5;

  private final List<Position> places = new ArrayList<>(PLACES_MAX);
  private long records;

  void add(Position position) {
    records++;
    if (places.size() < PLACES_MAX) {
      places.add(position);
    }
  }

  /** The number of records whose positions are not stored. */
  long more() {
    return records - places.size();
  }

  /**
   * A text such as {@code 3 records, lines 4, 9 and 12}, with only the first lines if there are
   * many. If records share a line, as in a document without line ends, it has record numbers
   * instead.
   */
  @Override
  public String toString() {
    boolean byLine =
        places.stream().mapToLong(Position::line).filter(line -> line > 0).distinct().count()
                == places.size()
            && places.stream().allMatch(place -> place.line() > place.index());
    List<String> shown =
        places.stream()
            .map(place -> Long.toString(byLine ? place.line() : place.index() + 1))
            .toList();
    String noun = (byLine ? "line" : "number") + (records == 1 ? " " : "s ");
    return Numbers.count(records, "record")
        + ", "
        + noun
        + (more() == 0
            ? Numbers.list(shown)
            : String.join(", ", shown) + " and " + Numbers.grouped(more()) + " more");
  }
}
