package dev.muster.app;

import dev.muster.password.HashPart;
import dev.muster.password.HashParts;
import dev.muster.profile.csv.mapping.Mapping;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Checks the mappings of the settings as far as that is possible without a table. */
final class ConfiguredMappings {

  private static final String ADVICE = "every row that has a hash would fail. ";

  private ConfiguredMappings() {}

  /**
   * The constants about password hashes that are wrong whatever columns a table has.
   *
   * @param mappings by name
   * @param hashes read the hashes of tables
   * @return a message for each, by the names of the mappings
   */
  static List<String> problems(Map<String, Mapping> mappings, HashParts.Reader hashes) {
    List<String> problems = new ArrayList<>();
    new TreeMap<>(mappings)
        .forEach(
            (name, mapping) -> {
              Map<HashPart, String> constants = constants(mapping);
              fault(constants, hashes)
                  .map(fault -> place(name, fault.part()) + ADVICE + fault.message())
                  .ifPresent(problems::add);
            });
    return problems;
  }

  /**
   * The recipes among the constants whose pepper the settings lack.
   *
   * @param hashes know the peppers
   * @return a message for each, by the names of the mappings
   */
  static List<String> missingPeppers(Map<String, Mapping> mappings, HashParts.Reader hashes) {
    List<String> problems = new ArrayList<>();
    new TreeMap<>(mappings)
        .forEach(
            (name, mapping) ->
                Optional.ofNullable(constants(mapping).get(HashPart.RECIPE))
                    .flatMap(hashes::missingPepper)
                    .map(message -> place(name, HashPart.RECIPE) + ADVICE + message)
                    .ifPresent(problems::add));
    return problems;
  }

  private static String place(String mapping, HashPart part) {
    return "mappings." + mapping + ".constants." + part.columnName() + ": ";
  }

  /** Columns of a table may have every part that is no constant. */
  private static Optional<HashParts.Reading.Refused> fault(
      Map<HashPart, String> constants, HashParts.Reader hashes) {
    Set<HashPart> columns = EnumSet.allOf(HashPart.class);
    columns.removeAll(constants.keySet());
    return constants.isEmpty() ? Optional.empty() : hashes.fault(new HashParts(constants), columns);
  }

  private static Map<HashPart, String> constants(Mapping mapping) {
    Map<HashPart, String> constants = new EnumMap<>(HashPart.class);
    mapping
        .constants()
        .forEach(
            (target, text) ->
                HashPart.named(target.strip())
                    .filter(part -> !text.isEmpty())
                    .ifPresent(part -> constants.put(part, text)));
    return constants;
  }
}
