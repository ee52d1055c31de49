package dev.muster.app.store.check;

import dev.muster.app.store.CheckReport;
import dev.muster.app.store.Damage;
import dev.muster.app.store.UserIds;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the findings of a check: a count of each kind of damage, and descriptions of the first
 * few.
 */
final class Findings {

  private static final int FIRST = 5;

  private final UserIds ids;
  private final Map<Damage, Long> counts = new EnumMap<>(Damage.class);
  private final Map<Damage, List<String>> first = new EnumMap<>(Damage.class);

  Findings(UserIds ids) {
    this.ids = ids;
  }

  void add(Damage kind, String what) {
    add(kind, 1, what);
  }

  /** Adds {@code count} cases of one kind, with one description for all of them. */
  void add(Damage kind, long count, String what) {
    counts.merge(kind, count, Long::sum);
    List<String> some = first.computeIfAbsent(kind, any -> new ArrayList<>(FIRST));
    if (some.size() < FIRST) {
      some.add(what);
    }
  }

  /** Describes a user by its public id and its number in the tables, without personal data. */
  String user(long number) {
    return "user " + ids.show(number) + " (number " + number + ")";
  }

  List<CheckReport.Finding> all() {
    return counts.entrySet().stream()
        .map(
            entry ->
                new CheckReport.Finding(
                    entry.getKey(),
                    entry.getValue(),
                    first.getOrDefault(entry.getKey(), List.of())))
        .toList();
  }
}
