package dev.muster.profile.csv;

import dev.muster.problem.InputRefused;
import dev.muster.profile.csv.mapping.MappedColumn;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.value.Blanks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of a file, as reports show it. Columns that a mapping ignores and the column of reject
 * reasons are not shown.
 *
 * @param name with a mapping the file's name for it, otherwise the name without flags
 * @param columnIndex 0-based
 * @param kinds the kinds of columns that its cells are used for
 */
record ShownColumn(String name, int columnIndex, List<ColumnKind> kinds) {

  ShownColumn {
    kinds = List.copyOf(kinds);
  }

  /** The columns of a parsed header. */
  static List<ShownColumn> of(Header header) {
    List<ShownColumn> shown = new ArrayList<>();
    if (header.isMapped()) {
      Map<Integer, List<ColumnKind>> kinds = new HashMap<>();
      for (Column column : header.columns()) {
        for (int place : header.sourcePlaces(column)) {
          kinds.computeIfAbsent(place, each -> new ArrayList<>()).add(column.kind());
        }
      }
      return mapped(header.cells(), kinds);
    }
    for (Column column : header.columns()) {
      if (column.kind() != ColumnKind.REJECT_REASON) {
        shown.add(new ShownColumn(column.name(), column.columnIndex(), List.of(column.kind())));
      }
    }
    return shown;
  }

  /** The columns of a header of which only the cells are known. */
  static List<ShownColumn> of(List<String> header, Mapping mapping) {
    if (!mapping.isEmpty()) {
      return mapped(header, kinds(header, mapping));
    }
    List<ShownColumn> shown = new ArrayList<>();
    for (int place = 0; place < header.size(); place++) {
      String name = name(header.get(place));
      ColumnKind kind = ColumnKind.named(name).orElse(ColumnKind.ATTRIBUTE);
      if (kind != ColumnKind.REJECT_REASON) {
        shown.add(new ShownColumn(name, place, List.of(kind)));
      }
    }
    return shown;
  }

  /** The first word if only flags follow; otherwise the cell is a label. */
  private static String name(String cell) {
    List<String> words = Blanks.words(cell);
    if (words.isEmpty()) {
      return "";
    }
    return words.stream().skip(1).allMatch(Flag::isFlag) ? words.get(0) : Blanks.strip(cell);
  }

  private static List<ShownColumn> mapped(
      List<String> header, Map<Integer, List<ColumnKind>> kinds) {
    List<ShownColumn> shown = new ArrayList<>();
    for (int place = 0; place < header.size(); place++) {
      List<ColumnKind> uses = kinds.getOrDefault(place, List.of());
      if (!uses.isEmpty() && !uses.contains(ColumnKind.REJECT_REASON)) {
        shown.add(new ShownColumn(Blanks.strip(header.get(place)), place, uses));
      }
    }
    return shown;
  }

  private static Map<Integer, List<ColumnKind>> kinds(List<String> header, Mapping mapping) {
    Map<Integer, List<ColumnKind>> kinds = new HashMap<>();
    try {
      // a file that was imported has no column twice, so the names need no comparison
      for (MappedColumn column : mapping.apply(header, target -> "")) {
        List<String> words = Blanks.words(column.target());
        String name = words.isEmpty() ? "" : words.get(0);
        ColumnKind kind = ColumnKind.named(name).orElse(ColumnKind.ATTRIBUTE);
        for (int place : column.source().places()) {
          kinds.computeIfAbsent(place, each -> new ArrayList<>()).add(kind);
        }
      }
    } catch (InputRefused e) {
      return Map.of(); // it is not known which columns are secret, so none is shown
    }
    return kinds;
  }

  /** Whether the cell must not be shown. */
  boolean hides(String text) {
    for (ColumnKind kind : kinds) {
      if (kind.hides(text)) {
        return true;
      }
    }
    return false;
  }
}
