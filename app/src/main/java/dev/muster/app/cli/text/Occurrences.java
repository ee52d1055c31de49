package dev.muster.app.cli.text;

import dev.muster.read.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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

  /** The positions of the first records. */
  List<Position> places() {
    return List.copyOf(places);
  }

  /**
   * A text such as {@code 3 records, lines 4, 9 and 12}, or if rows span lines {@code 2 records:
   * record 3, line 7 of the file; record 5, line 12 of the file}.
   */
  String text(RecordLines lines) {
    return lines.isNeeded() ? withBoth(lines) : toString();
  }

  private String withBoth(RecordLines lines) {
    return Numbers.count(records, "record")
        + ": "
        + places.stream().map(lines::name).collect(Collectors.joining("; "))
        + (more() == 0 ? "" : " and " + Numbers.grouped(more()) + " more");
  }

  boolean isSingle() {
    return records == 1;
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
