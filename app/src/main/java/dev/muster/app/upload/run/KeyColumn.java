package dev.muster.app.upload.run;

import dev.muster.problem.InputRefused;
import dev.muster.profile.csv.mapping.MappedColumn;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.value.Blanks;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Finds the column of a table that identifies its users. */
final class KeyColumn {

  private static final List<String> USUAL = List.of("username", "email", "_source_id");

  private record Named(List<String> words, int place) {}

  private KeyColumn() {}

  /** The 0-based place of the column in the file; empty if none is known. */
  static OptionalInt of(List<String> header, Mapping mapping) {
    List<Named> columns = columns(header, mapping);
    for (Named column : columns) {
      if (column.words().stream().skip(1).anyMatch("key"::equals)) {
        return OptionalInt.of(column.place());
      }
    }
    for (String name : USUAL) {
      for (Named column : columns) {
        if (!column.words().isEmpty() && column.words().get(0).equals(name)) {
          return OptionalInt.of(column.place());
        }
      }
    }
    return OptionalInt.empty();
  }

  private static List<Named> columns(List<String> header, Mapping mapping) {
    List<Named> columns = new ArrayList<>();
    if (mapping.isEmpty()) {
      for (int place = 0; place < header.size(); place++) {
        columns.add(new Named(Blanks.words(header.get(place)), place));
      }
      return columns;
    }
    try {
      for (MappedColumn made : mapping.apply(header, target -> "")) {
        if (made.place() >= 0) {
          columns.add(new Named(Blanks.words(made.target()), made.place()));
        }
      }
    } catch (InputRefused e) {
      columns.clear(); // the mapping does not fit, so nothing was imported
    }
    return columns;
  }
}
