package dev.muster.app.settings;

import dev.muster.profile.csv.mapping.BadMapping;
import dev.muster.profile.csv.mapping.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the section {@code mappings}: mappings of the columns of tables, by name. */
final class MappingsSection {

  private MappingsSection() {}

  static Map<String, Mapping> read(Section mappings) throws SettingsProblem {
    Map<String, Mapping> byName = new LinkedHashMap<>();
    for (String name : mappings.keys()) {
      try {
        byName.put(name, Mapping.of(mappings.struct(name)));
      } catch (BadMapping e) {
        throw mappings.problem(name, e.reason());
      }
    }
    return byName;
  }
}
