package dev.muster.app.upload.run;

import dev.muster.app.job.Job;
import dev.muster.problem.InputRefused;
import dev.muster.profile.csv.mapping.MappedColumn;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.value.Blanks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the columns of a table that name roles. */
final class RoleColumns {

  private static final String BY_NAME = "_role_name";

  private RoleColumns() {}

  /** The names of the columns that have display names of roles, rather than their keys. */
  static Set<String> ofNames(Job report) {
    List<String> header = report.input().header();
    Mapping mapping = Mapping.stored(report.options().formatOptions());
    if (mapping.isEmpty()) {
      return Set.of(BY_NAME);
    }
    Set<String> names = new HashSet<>();
    try {
      for (MappedColumn made : mapping.apply(header, target -> "")) {
        if (made.place() >= 0 && Blanks.words(made.target()).indexOf(BY_NAME) == 0) {
          names.add(header.get(made.place()));
        }
      }
    } catch (InputRefused e) {
      return Set.of(); // the mapping does not fit, so nothing was imported
    }
    return names;
  }
}
