package dev.muster.app.settings;

import dev.muster.profile.csv.mapping.BadMapping;
import dev.muster.profile.csv.mapping.Mapping;
import java.nio.file.Path;
import java.util.Map;

/** Reads a YAML file with one mapping of columns. */
public final class MappingFile {

  private MappingFile() {}

  /**
   * Reads a file.
   *
   * @throws SettingsProblem if it can't be read, is not YAML, or is no mapping
   */
  public static Mapping read(Path file) throws SettingsProblem {
    if (!(SettingsFile.content(file) instanceof Map<?, ?> members)) {
      throw new SettingsProblem(file + " is no mapping: it must have columns: with names");
    }
    try {
      return Mapping.of(YamlValues.of(members));
    } catch (BadMapping e) {
      throw new SettingsProblem(file + ": " + e.reason());
    }
  }
}
