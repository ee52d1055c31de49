package dev.muster.profile.csv.mapping;

import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.Nearest;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.ShownText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One use of a mapping, on one header. Collects what does not fit. */
final class MappingUse {

  private static final String REASONS = "@reject-reason";

  private final List<String> header;
  private final UnaryOperator<String> names;
  private final List<InputProblem> problems = new ArrayList<>(0);

  MappingUse(List<String> header, UnaryOperator<String> names) {
    this.header = List.copyOf(header);
    this.names = names;
  }

  List<MappedColumn> columns(
      Map<String, ColumnMapping> named,
      Map<String, String> constants,
      Map<String, JoinedColumns> joined)
      throws InputRefused {
    Map<Integer, ColumnMapping> byPlace = byPlace(named);
    List<MappedColumn> made = new ArrayList<>();
    Set<Integer> joinedPlaces = new HashSet<>();
    joined.forEach(
        (target, columns) -> {
          List<Integer> places = places(target, columns, joined, constants);
          joinedPlaces.addAll(places);
          made.add(
              new MappedColumn(
                  target,
                  places.isEmpty() ? -1 : places.get(0),
                  new CellSource.Joined(places, columns.with()),
                  CellFormat.PLAIN,
                  true));
        });
    constants.forEach(
        (target, text) ->
            made.add(
                new MappedColumn(
                    target, -1, new CellSource.Constant(text), CellFormat.PLAIN, true)));
    List<MappedColumn> columns = new ArrayList<>();
    for (int place = 0; place < header.size(); place++) {
      ColumnMapping mapping = byPlace.get(place);
      if (mapping != null) {
        columns.addAll(mapping.at(place));
      } else if (!joinedPlaces.contains(place)) {
        columns.add(
            new MappedColumn(
                header.get(place), place, new CellSource.Same(place), CellFormat.PLAIN, false));
      }
    }
    columns.addAll(made);
    refuseSameTargets(columns);
    if (!problems.isEmpty()) {
      throw new InputRefused(problems);
    }
    return List.copyOf(columns);
  }

  private Map<Integer, ColumnMapping> byPlace(Map<String, ColumnMapping> named) {
    Map<Integer, ColumnMapping> byPlace = new HashMap<>();
    Map<Integer, String> names = new HashMap<>();
    Set<Integer> numbered = new HashSet<>();
    for (String name : named.keySet()) {
      if (SourceName.isNumber(name, header)) {
        numbered.addAll(SourceName.places(name, header));
      }
    }
    named.forEach(
        (name, mapping) -> {
          List<Integer> places = withoutNumbered(name, numbered);
          boolean ambiguous = places.size() > 1 && !mapping.to().isEmpty();
          if (places.isEmpty() && !mapping.to().isEmpty()) {
            refuse(0, absent(name));
          } else if (ambiguous) {
            refuse(places.get(1), several(name, places));
          }
          for (int place : ambiguous ? places.subList(0, 1) : places) {
            String other = names.putIfAbsent(place, name);
            if (other != null) {
              refuse(
                  place,
                  "The mapping says twice what becomes of column "
                      + quoted(place)
                      + ": as \""
                      + other
                      + "\" and as \""
                      + name
                      + "\".");
            }
            byPlace.putIfAbsent(place, mapping);
          }
        });
    return byPlace;
  }

  /** The places with a name. Of several, those that the mapping names by number are left out. */
  private List<Integer> withoutNumbered(String name, Set<Integer> numbered) {
    List<Integer> places = SourceName.places(name, header);
    if (places.size() < 2) {
      return places;
    }
    List<Integer> others = places.stream().filter(place -> !numbered.contains(place)).toList();
    return others.isEmpty() ? places : others;
  }

  private static String several(String name, List<Integer> places) {
    return "The file has several columns "
        + ShownText.quoted(name)
        + "; name each by its number: "
        + places.stream().map(SourceName::numbered).collect(Collectors.joining(", "))
        + ".";
  }

  private List<Integer> places(
      String target,
      JoinedColumns columns,
      Map<String, JoinedColumns> joined,
      Map<String, String> constants) {
    List<Integer> places = new ArrayList<>();
    for (String name : columns.from()) {
      List<Integer> found = SourceName.places(name, header);
      if (found.isEmpty()) {
        boolean made = joined.containsKey(name) || constants.containsKey(name);
        refuse(
            0,
            made
                ? "The mapping makes "
                    + target
                    + " of \""
                    + name
                    + "\", which it makes itself: from: names columns of the file only."
                : absent(name));
      } else {
        if (found.size() > 1) {
          refuse(found.get(1), several(name, found));
        }
        places.add(found.get(0));
      }
    }
    return places;
  }

  private String absent(String name) {
    if (SourceName.place(name) >= 0) {
      return "The mapping names "
          + name
          + ", and the header has only "
          + header.size()
          + (header.size() == 1 ? " column." : " columns.");
    }
    return "The mapping names a column \""
        + name
        + "\" that the file does not have"
        + Nearest.to(name, header).map(near -> "; did you mean \"" + near + "\"?").orElse(".");
  }

  private void refuseSameTargets(List<MappedColumn> columns) {
    Map<String, MappedColumn> byName = new LinkedHashMap<>();
    for (MappedColumn column : columns) {
      String name = names.apply(column.target());
      MappedColumn other = byName.putIfAbsent(name, column);
      if (other == null || name.isEmpty() || name.equals(REASONS)) {
        continue;
      }
      if (column.mapped() || other.mapped()) {
        refuse(
            Math.max(0, column.place()),
            "The mapping makes one column "
                + name
                + " of two: "
                + origin(other)
                + " and "
                + origin(column)
                + ". Ignore one, as in "
                + ignoring(other, column)
                + '.');
      }
    }
  }

  private String origin(MappedColumn column) {
    return column.place() < 0 ? "a constant" : quoted(column.place());
  }

  private String ignoring(MappedColumn first, MappedColumn second) {
    int place =
        second.place() < 0 || (first.place() >= 0 && !first.mapped())
            ? first.place()
            : second.place();
    return place < 0 ? "--map 'COLUMN=-'" : new MapArguments(header).of(place, "-");
  }

  private String quoted(int place) {
    return '"' + header.get(place).strip() + '"';
  }

  private void refuse(int place, String message) {
    problems.add(InputProblem.at(ProblemCode.INVALID_MAPPING, message, 1, place + 1));
  }
}
