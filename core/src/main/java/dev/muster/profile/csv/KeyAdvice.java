package dev.muster.profile.csv;

import dev.muster.problem.ShownText;
import dev.muster.profile.csv.mapping.MapArguments;
import dev.muster.value.Blanks;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says why no column is the key: which column would be, if it were understood. For one header. */
final class KeyAdvice {

  private static final String LEFT_OUT = "-";

  /** More arguments than this are better kept in a file. */
  private static final int ARGUMENTS_MAX = 6;

  /** What columns that are not understood may mean, by their places. */
  private final Map<Integer, String> unknown = new TreeMap<>();

  /**
   * Takes a column that is not understood.
   *
   * @param meant the column or attribute that it may be
   */
  void see(int place, Optional<String> meant) {
    unknown.put(place, meant.orElse(LEFT_OUT));
  }

  /**
   * The message that no column is the key.
   *
   * @param defaults the columns that are the key if no other is; the first one comes first
   */
  String message(MapArguments file, List<String> defaults) {
    String start = "No column is the key";
    if (unknown.isEmpty()) {
      return start + ": write the word key after a column's name.";
    }
    Optional<Integer> key =
        defaults.stream()
            .flatMap(name -> unknown.keySet().stream().filter(place -> name.equals(at(place))))
            .findFirst();
    if (key.isEmpty()) {
      return start
          + ", and none of those that are not understood seems to be "
          + String.join(" or ", defaults.isEmpty() ? List.of("one") : defaults)
          + ": say which one identifies users, as in --map 'COLUMN=username key'.";
    }
    String cell = ShownText.quoted(Blanks.strip(file.header().get(key.get())));
    return start
        + ", because "
        + cell
        + " is not understood; taken as "
        + at(key.get())
        + ", it is the key."
        + (unknown.size() > ARGUMENTS_MAX ? "" : " All at once: " + arguments(file) + '.');
  }

  /** Arguments that take each column as what it may be, and leave out the others. */
  private String arguments(MapArguments file) {
    Set<String> taken = new HashSet<>();
    return unknown.entrySet().stream()
        .map(
            each -> file.of(each.getKey(), taken.add(each.getValue()) ? each.getValue() : LEFT_OUT))
        .collect(Collectors.joining(" "));
  }

  private String at(int place) {
    return unknown.getOrDefault(place, LEFT_OUT);
  }
}
