package dev.muster.app.store.check;

import dev.muster.app.store.CheckReport;
import dev.muster.app.store.Damage;
import dev.muster.app.store.UserIds;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what a check finds: how often each kind of damage, and the first few in words. */
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

  /** Some of one kind, of which the words tell. */
  void add(Damage kind, long count, String what) {
    counts.merge(kind, count, Long::sum);
    List<String> some = first.computeIfAbsent(kind, any -> new ArrayList<>(FIRST));
    if (some.size() < FIRST) {
      some.add(what);
    }
  }

  /** A user by the id that commands take and the number that the tables have, and nothing else. */
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
